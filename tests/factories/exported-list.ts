import type { Actor } from "~/domain/access/actor";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { insertActor } from "./person";
import { buildSmallCampaign, insertCampaignDocument } from "./small-campaign";
import { completeAnswers } from "./started-application";
import { insertSubmitted, type Submitted } from "./submitted-file";

export type ExportedList = {
  readonly campaign: CampaignRow;
  readonly officer: Actor;
  readonly scope: Scope;
  readonly files: readonly Submitted[];
};

/** A campaign with submitted files, the first with a title that is a formula, and an officer who reads them. */
export async function insertExportedList(
  work: Work,
  slug: string,
  ranks: readonly number[],
): Promise<ExportedList> {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
  const files: Submitted[] = [];
  for (const [index, rank] of ranks.entries()) {
    const answers =
      index === 0 ? { ...completeAnswers, resume: '=HYPERLINK("https://exemple.fr")' } : undefined;
    files.push(
      await insertSubmitted(work, campaign, {
        rank,
        ...(answers && { answers }),
        proofs: ["acte"],
      }),
    );
  }
  const officer = await insertOfficer(work);
  return { campaign, officer, scope: scopeFor(officer, "examination.read"), files };
}

/** Another officer of the same académie. */
export function insertOfficer(work: Work): Promise<Actor> {
  return insertActor(work, [{ role: "dane-officer", scopeKind: "academie", scopeCode: "16" }]);
}

/** The form of the list, without a filter. */
export const wholeList = {
  act: "demander",
  vue: "transmises",
  q: "",
  tri: "transmission",
  ordre: "croissant",
  page: 1,
} as const;
