/** Where the contents of proofs are kept, each under the SHA-256 of its bytes. */
export type FileStore = {
  /** Keeps a content and gives its SHA-256; the same content twice is kept once. */
  keep(bytes: Uint8Array): Promise<string>;
};
