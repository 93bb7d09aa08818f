import { insertApplication, updateApplication } from "~db/repositories/applications.server";
import { type CampaignRow, findCampaign, updateCampaign } from "~db/repositories/campaigns.server";
import { saveUnits } from "~db/repositories/directory.server";
import { insertDecisions, insertPublication } from "~db/repositories/publications.server";
import type { Work } from "~db/work.server";
import { buildSchool } from "./school";
import { buildSmallCampaign, insertCampaignDocument } from "./small-campaign";

type Decided = {
  readonly level: number;
  readonly score?: number | null;
  readonly pupilsSeconde?: number | null;
  readonly name?: string;
};

export const laptops = {
  id: "lordi",
  label: "Ordinateurs loRdi",
  levels: [1, 2],
  unit: "ordinateur",
  per: "pupils.seconde",
  unitPriceCents: 42_000,
  envelopeCents: 10_000_000,
};

/** A campaign decided and published, with one application a school, and a right to laptops. */
export async function insertPublishedCampaign(
  work: Work,
  decided: readonly Decided[],
  {
    firstRank = 500,
    document = {},
  }: { firstRank?: number; document?: Record<string, unknown> } = {},
): Promise<{ readonly campaign: CampaignRow; readonly uais: readonly string[] }> {
  const campaign = await insertCampaignDocument(
    work,
    buildSmallCampaign({ entitlements: [laptops], ...document }),
  );
  const publication = await insertPublication(
    work.tx,
    { campaignId: campaign.id, publishedBy: work.actor.personId, publishedAt: work.now },
    [],
  );
  const uais: string[] = [];
  for (const [index, school] of decided.entries()) {
    const unit = buildSchool({
      rank: firstRank + index,
      name: school.name ?? `Lycée ${String.fromCharCode(65 + index)}`,
    });
    const pupilsSeconde = school.pupilsSeconde === undefined ? 100 : school.pupilsSeconde;
    await saveUnits(work.tx, [{ ...unit, pupilsSeconde }]);
    const { uai } = unit.unit;
    const application = await insertApplication(
      work.tx,
      {
        campaignId: campaign.id,
        applicantKind: "school",
        applicantCode: uai,
        createdBy: work.actor.personId,
        status: "examined",
        submittedAt: work.now,
      },
      [uai],
    );
    if (!application) throw new Error("Candidature d’essai non créée.");
    const examinedScore = school.score === undefined ? 90 - index : school.score;
    await updateApplication(work.tx, application.id, {
      examinedScore,
      examinedLevel: school.level,
    });
    await insertDecisions(work.tx, publication.id, [
      { applicationId: application.id, level: school.level },
    ]);
    uais.push(uai);
  }
  await updateCampaign(work.tx, campaign, {
    examinationClosedAt: work.now,
    publishedAt: work.now,
  });
  const published = await findCampaign(work.tx, campaign.id);
  if (!published) throw new Error("Campagne d’essai introuvable.");
  return { campaign: published, uais };
}
