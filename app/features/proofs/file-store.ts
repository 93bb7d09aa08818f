/** Why a content could not be kept: no room left, or a folder that cannot be written. */
export type StoreRefusal = "store-full" | "store-unwritable";

export type KeptContent =
  | { readonly ok: true; readonly sha256: string }
  | { readonly ok: false; readonly reason: StoreRefusal };

/** Why a content kept earlier cannot be sent: it is gone, or the system will not read it. */
export type ReadRefusal = "missing" | "unreadable";

/** A content of the store, ready to be sent; `size` in bytes. */
export type StoredContent =
  | { readonly ok: true; readonly size: number; readonly stream: ReadableStream }
  | { readonly ok: false; readonly reason: ReadRefusal };

/** Where the contents of proofs are kept, each under the SHA-256 of its bytes. */
export type FileStore = {
  /** Whether an antivirus reads what is kept: it then waits in quarantine for its verdict. */
  readonly isScanned: boolean;
  /** Keeps a content and gives its SHA-256; the same content twice is kept once. */
  keep(bytes: Uint8Array): Promise<KeptContent>;
  /** Opens a content by its SHA-256: once given, it is known to be readable. */
  read(sha256: string): Promise<StoredContent>;
};
