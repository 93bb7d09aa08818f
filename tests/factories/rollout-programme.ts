import { composeUai } from "~/domain/directory/uai";
import { findOrCreateOrganisation } from "~db/repositories/people.server";
import { insertProgramme, type NewItem } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { insertSchool } from "./school";

type PlannedSchool = Partial<Omit<NewItem, "uai">> & {
  readonly name?: string;
  readonly departementCode?: string;
  readonly communeCode?: string;
  readonly kind?: "lycee" | "college";
};

export const region = { kind: "region", code: "76", name: "Région Occitanie" } as const;
export const lotCouncil = {
  kind: "departement-council",
  code: "46",
  name: "Département du Lot",
} as const;

/** A programme of 10 units a school, due on 30 September 2026, owned by the région unless told. */
export async function insertRollout(
  work: Work,
  schools: readonly PlannedSchool[],
  {
    slug = "lordi-2026",
    owner = region as typeof region | typeof lotCouncil,
    firstRank = 800,
  } = {},
) {
  const organisation = await findOrCreateOrganisation(work.tx, owner);
  const items: NewItem[] = [];
  for (const [index, { name, kind, departementCode, communeCode, ...item }] of schools.entries()) {
    const uai = await insertSchool(work, {
      uai: composeUai(9_991_000 + firstRank + index),
      ...(name && { name }),
      ...(kind && { kind }),
      ...(departementCode && { departementCode }),
      ...(communeCode && { communeCode }),
    });
    items.push({ planned: 10, dueOn: "2026-09-30", ...item, uai });
  }
  const programme = await insertProgramme(
    work.tx,
    { slug, title: "Déploiement des loRdi", unit: "poste", ownerId: organisation.id },
    items,
  );
  return { ...programme, ownerId: organisation.id };
}
