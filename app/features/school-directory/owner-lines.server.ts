import type { Collectivite } from "~/domain/directory/equipment-owner";
import { type OwnerHistory, type OwnerRecord, ownerOn } from "~/domain/directory/owner-history";
import { collectiviteKey, nameCollectivites } from "~db/repositories/collectivites.server";
import type { Work } from "~db/work.server";
import { ownerLabel, sourceLabel } from "./labels";

/** One record of the history in words. */
export type OwnerLine = {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly owner: string;
  readonly source: string;
  readonly isDecision: boolean;
  readonly isCurrent: boolean;
};

/** The collectivité that a record names; null for none. */
export function ownerOf({
  ownerKind,
  ownerCode,
}: Pick<OwnerRecord, "ownerKind" | "ownerCode">): Collectivite | null {
  return ownerKind && ownerCode ? { kind: ownerKind, code: ownerCode } : null;
}

/** A history in words, the latest record first. */
export async function ownerLines(
  { tx }: Work,
  history: OwnerHistory,
  today: string,
): Promise<OwnerLine[]> {
  const names = await nameCollectivites(
    tx,
    history.flatMap((record) => ownerOf(record) ?? []),
  );
  const current = ownerOn(history, today);
  return history
    .map((record): OwnerLine => {
      const owner = ownerOf(record);
      return {
        validFrom: record.validFrom,
        validTo: record.validTo,
        owner: ownerLabel(owner, owner ? names.get(collectiviteKey(owner)) : undefined),
        source: sourceLabel(record.source),
        isDecision: record.overridden,
        isCurrent: record === current,
      };
    })
    .reverse();
}

/** What tells one state of a history from another: a form sends back the one that it was shown. */
export function historyMark(history: OwnerHistory): string {
  return history
    .map((record) => `${record.validFrom}=${record.ownerKind ?? ""}:${record.ownerCode ?? ""}`)
    .join(" ")
    .slice(-2000);
}
