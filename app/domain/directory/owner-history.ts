import type { OwnerKind } from "./vocabulary";

/** Who owned a school's equipment from one day (inclusive) to another (exclusive, null: still). */
export type OwnerRecord = {
  /** AAAA-MM-JJ */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Null: no collectivité owns it, the source says why. */
  readonly ownerKind: OwnerKind | null;
  readonly ownerCode: string | null;
  readonly source: string;
  /** Entered by a person on the strength of an act; false for what the default rule gave. */
  readonly overridden: boolean;
};

/** The records of one school, oldest first, without overlap; the last has no end. */
export type OwnerHistory = readonly OwnerRecord[];

/** An owner without its dates: what a decision or the default rule gives. */
export type OwnerSource = Pick<OwnerRecord, "ownerKind" | "ownerCode" | "source">;

/** The record in force on a day; undefined before the first one. */
export function ownerOn(history: OwnerHistory, day: string): OwnerRecord | undefined {
  return history.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
  );
}

export type OwnerRefusal = "day-taken" | "same-owner" | "unknown-decision";

export type OwnerChange =
  | { readonly ok: true; readonly history: OwnerHistory }
  | { readonly ok: false; readonly reason: OwnerRefusal };

/**
 * Records a decision from its day on, until the next decision if there is one. What the default rule
 * had given after that day gives way to it: an act outweighs the rule, whenever the rule was applied.
 */
export function recordDecision(
  history: OwnerHistory,
  decision: OwnerSource & { readonly validFrom: string },
): OwnerChange {
  const { validFrom } = decision;
  const next = history.find((record) => record.overridden && record.validFrom >= validFrom);
  if (next?.validFrom === validFrom) return refuse("day-taken");
  const inForce = ownerOn(history, validFrom);
  if (inForce && isSameOwner(inForce, decision)) return refuse("same-owner");
  const before = history
    .filter((record) => record.validFrom < validFrom)
    .map((record) =>
      record.validTo === null || record.validTo > validFrom
        ? { ...record, validTo: validFrom }
        : record,
    );
  const after = next ? history.filter((record) => record.validFrom >= next.validFrom) : [];
  const written = { ...decision, validTo: next?.validFrom ?? null, overridden: true };
  return { ok: true, history: [...before, written, ...after] };
}

/**
 * Cancels the decision that begins on a day: the time that it covered goes back to the decision
 * before it, or else to what the default rule gives.
 */
export function cancelDecision(
  history: OwnerHistory,
  validFrom: string,
  byRule: OwnerSource,
): OwnerChange {
  const cancelled = history.find((record) => record.overridden && record.validFrom === validFrom);
  if (!cancelled) return refuse("unknown-decision");
  const { validTo } = cancelled;
  const previous = history.filter((record) => record.validFrom < validFrom);
  const following = history.filter((record) => record.validFrom > validFrom);
  const last = previous.at(-1);
  if (last?.validTo === validFrom && (last.overridden || isSameOwner(last, byRule))) {
    return { ok: true, history: [...previous.slice(0, -1), { ...last, validTo }, ...following] };
  }
  const restored = { ...byRule, validFrom, validTo, overridden: false };
  return { ok: true, history: [...previous, restored, ...following] };
}

function isSameOwner(one: OwnerSource, other: OwnerSource): boolean {
  return one.ownerKind === other.ownerKind && one.ownerCode === other.ownerCode;
}

const refuse = (reason: OwnerRefusal): OwnerChange => ({ ok: false, reason });
