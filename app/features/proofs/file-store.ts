/** Why a content could not be kept: no room left, or a folder that cannot be written. */
export type StoreRefusal = "store-full" | "store-unwritable";

export type KeptContent =
  | { readonly ok: true; readonly sha256: string }
  | { readonly ok: false; readonly reason: StoreRefusal };

/** Where the contents of proofs are kept, each under the SHA-256 of its bytes. */
export type FileStore = {
  /** Keeps a content and gives its SHA-256; the same content twice is kept once. */
  keep(bytes: Uint8Array): Promise<KeptContent>;
};
