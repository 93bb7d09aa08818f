import type { ScanState } from "./vocabulary";

/** What the antivirus says of a content that it read whole. */
export type ScanVerdict =
  | { readonly kind: "clear" }
  | { readonly kind: "infected"; readonly signature: string };

/** Whether a file may be sent to whoever may read its application: not before its verdict, nor with a virus. */
export function mayBeSent(state: ScanState): state is "clear" | "unscanned" {
  return state === "clear" || state === "unscanned";
}

/** Whether a file counts as the proof that a question asks: one in quarantine does, until a virus is found. */
export function countsAsProof({ scan }: { readonly scan: ScanState }): boolean {
  return scan !== "infected";
}

/**
 * The state of a content that somebody deposits, given what is known of the same bytes. A verdict
 * stays; what was never scanned is, as soon as there is an antivirus.
 */
export function stateOnDeposit(known: ScanState | undefined, isScanned: boolean): ScanState {
  if (known === "clear" || known === "infected" || known === "waiting") return known;
  return isScanned ? "waiting" : "unscanned";
}
