import type { JournalObject } from "~/domain/journal/findings";
import { erasureAction } from "~/domain/journal/verify";
import { record } from "~db/repositories/journal.server";
import { deleteValues, findEntry } from "~db/repositories/journal-verify.server";
import type { Work } from "~db/work.server";

export type Erasure = {
  readonly on: JournalObject;
  /** Number of the entry in its chain. */
  readonly entry: number;
  /** Why the law asks for it; kept in the journal, so it names nobody. */
  readonly reason: string;
};

export type ErasureResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: "no-reason" | "not-found" | "already-erased" | "is-an-erasure";
    };

/**
 * Erases for good the values before and after of one entry (right to erasure, GDPR article 17), and
 * journals who did it and why on the same chain: the chain still verifies.
 */
export async function eraseValues(
  work: Work,
  { on, entry, reason }: Erasure,
): Promise<ErasureResult> {
  if (reason.trim() === "") return { ok: false, reason: "no-reason" };
  const found = await findEntry(work.tx, on, entry);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.action === erasureAction) return { ok: false, reason: "is-an-erasure" };
  if (found.valuesId === null || !(await deleteValues(work.tx, found.valuesId))) {
    return { ok: false, reason: "already-erased" };
  }
  await record(work, { on, action: erasureAction, after: { entry, reason: reason.trim() } });
  return { ok: true };
}
