/** What a store keeps: the proofs of applications, or the exports made of them. */
export type StoreArea = "files" | "exports";

/** Whether a text can name a content: 64 hexadecimal digits, and nothing that leads elsewhere. */
export function isContentName(sha256: string): boolean {
  return /^[0-9a-f]{64}$/.test(sha256);
}

/** Where a content is, in a folder as in a bucket: `files/ab/abcd…`. A copy of one is the other. */
export function contentKey(area: StoreArea, sha256: string): string {
  return `${area}/${sha256.slice(0, 2)}/${sha256}`;
}
