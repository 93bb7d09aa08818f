import type { Readable } from "node:stream";

/** A content to keep: `size` in bytes, and a way to read it from its beginning, as often as needed. */
export type Content = {
  readonly sha256: string;
  readonly size: number;
  readonly open: () => Readable;
};

/** Why a content could not be kept: no room left, or a store that cannot be written or reached. */
export type StoreRefusal = "store-full" | "store-unwritable";

export type KeptContent =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: StoreRefusal };

/** Why a content kept earlier cannot be sent: it is gone, or the store will not read it. */
export type ReadRefusal = "missing" | "unreadable";

/** A content of the store, ready to be sent; `size` in bytes. */
export type StoredContent =
  | { readonly ok: true; readonly size: number; readonly stream: ReadableStream }
  | { readonly ok: false; readonly reason: ReadRefusal };

/** Where contents are kept, each under the SHA-256 of its bytes. */
export type FileStore = {
  /** Whether an antivirus reads what is kept: it then waits in quarantine for its verdict. */
  readonly isScanned: boolean;
  /** Keeps a content under its SHA-256, whole or not at all; the same content twice is kept once. */
  keep(content: Content): Promise<KeptContent>;
  /** Opens a content by its SHA-256: once given, it is known to be readable. */
  read(sha256: string): Promise<StoredContent>;
  /** Forgets a content; one that is not there is forgotten already. */
  remove(sha256: string): Promise<void>;
};
