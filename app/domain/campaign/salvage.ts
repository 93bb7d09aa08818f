import type { z } from "zod";
import { type CampaignDocument, campaignDocumentSchema } from "./document";

/**
 * What can still be read of a document that its schema refuses, so that faults of meaning are found
 * together with faults of form. Faulty list items are left out; `dropped` names the ids they declared
 * and the top-level keys that are no longer whole, so that nothing is reported only because of that.
 */
export type Salvaged = {
  document: CampaignDocument;
  declaredIds: ReadonlySet<string>;
  damaged: ReadonlySet<string>;
};

type Json = Record<string, unknown>;
const roundLimit = 50;

/** Smallest whole document: stands in for the top-level keys that cannot be read at all. */
const skeleton: Json = {
  schemaVersion: 1,
  slug: "document",
  title: "Document",
  edition: "1",
  kind: "label",
  partners: [{ id: "partner", name: "Partenaire", kind: "other" }],
  controllers: [{ name: "Responsable", dpo: { email: "dpd@example.fr" } }],
  applicants: { roles: ["head"] },
  perimeter: { kinds: ["lycee"] },
  calendar: { opensAt: "2000-01-01T00:00:00", closesAt: "2000-01-02T00:00:00" },
  questionnaire: {
    revision: 1,
    sections: [
      { id: "section", title: "Section", questions: [{ id: "none", kind: "date", title: "Date" }] },
    ],
  },
};

/** Drops what is faulty until the rest can be read. Returns undefined when nothing can. */
export function salvage(json: unknown): Salvaged | undefined {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  let copy: Json;
  try {
    copy = JSON.parse(JSON.stringify(json)) as Json;
  } catch {
    return undefined;
  }
  const declaredIds = new Set<string>();
  collectIds(copy, declaredIds);
  const damaged = new Set<string>();
  for (let round = 0; round < roundLimit; round += 1) {
    const parsed = campaignDocumentSchema.safeParse(copy);
    if (parsed.success) return { document: parsed.data, declaredIds, damaged };
    // Deepest first, and last items first: removing one must not move those still to remove.
    const issues = [...parsed.error.issues].sort(laterFirst);
    for (const issue of issues) drop(copy, issue, damaged);
  }
  return undefined;
}

function laterFirst(a: z.core.$ZodIssue, b: z.core.$ZodIssue): number {
  const length = Math.min(a.path.length, b.path.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.path[index], b.path[index]];
    if (left === right) continue;
    if (typeof left === "number" && typeof right === "number") return right - left;
    return String(right).localeCompare(String(left));
  }
  return b.path.length - a.path.length;
}

function collectIds(json: unknown, ids: Set<string>): void {
  if (typeof json !== "object" || json === null) return;
  if ("id" in json && typeof json.id === "string") ids.add(json.id);
  for (const value of Object.values(json)) collectIds(value, ids);
}

function drop(root: Json, issue: z.core.$ZodIssue, damaged: Set<string>): void {
  const [top, ...rest] = issue.path;
  if (issue.code === "unrecognized_keys") {
    const holder = valueAt(root, issue.path);
    if (typeof holder === "object" && holder !== null) {
      for (const key of issue.keys) delete (holder as Json)[key];
    }
    return;
  }
  if (typeof top !== "string") return;
  damaged.add(top);
  // The nearest list item around the fault goes; without one, the whole top-level value does.
  for (let depth = rest.length; depth > 0; depth -= 1) {
    const index = rest[depth - 1];
    const list = valueAt(root, [top, ...rest.slice(0, depth - 1)]);
    if (typeof index === "number" && Array.isArray(list) && list.length > index) {
      if (list.length === 1 && depth > 1) continue;
      list.splice(index, 1);
      return;
    }
  }
  if (top in skeleton) root[top] = skeleton[top];
  else delete root[top];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
