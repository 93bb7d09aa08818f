/**
 * Where the antivirus stands with a content: it waits in quarantine, nothing was found in it, a virus was,
 * or it was never scanned. Never « safe »: an antivirus only says what it did not find.
 */
export const scanStates = ["waiting", "clear", "infected", "unscanned"] as const;
export type ScanState = (typeof scanStates)[number];
