import { DateTime } from "luxon";
import { scopeFor } from "~/domain/access/permissions";
import { tallyOf } from "~/domain/jury/publication";
import { adoptAllocation } from "~/features/allocate-equipment/adopt-allocation.server";
import { proposeAllocation } from "~/features/allocate-equipment/propose-allocation.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { closeExamination } from "~/features/examine-applications/close-examination.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { publishDecisions } from "~/features/publish-decisions/publish-decisions.server";
import { proposeLevel } from "~/features/run-jury/propose-level.server";
import { type ApplicationRow, findApplication } from "~db/repositories/applications.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { listPublicationFiles } from "~db/repositories/publications.server";
import type { Work } from "~db/work.server";
import { type Cast, castOf, expectDone } from "./cast";
import {
  type Applicant,
  fillApplication,
  listApplicants,
  submitAt,
} from "./fill-applications.server";
import { drawFrom } from "./random";
import type { StoredSample } from "./sample-proof.server";

/** Of ten schools in the perimeter, how many applied last year. */
const participation = 0.82;

/** Last year's campaign from drafts to an adopted allocation, told through the ordinary writes. */
export async function tellLastYear(
  work: Work,
  campaign: CampaignRow,
  proof: StoredSample,
): Promise<{ readonly programmeSlug: string }> {
  const cast = castOf(work);
  const submitted = await fillAndSubmit(work, campaign, proof);
  for (const [index, { application, applicant }] of submitted.entries()) {
    await examine(cast, application, applicant, after(campaign.closesAt, 3 + (index % 40)));
  }
  const juryAt = after(campaign.closesAt, 62);
  for (const { application } of submitted) await propose(cast, application.id, juryAt);
  await publish(cast, campaign, after(campaign.closesAt, 74));
  return allocate(cast, campaign, after(campaign.closesAt, 95));
}

function after(instant: Date, days: number): Date {
  return DateTime.fromJSDate(instant, { zone: "Europe/Paris" })
    .plus({ days })
    .set({ hour: 10 })
    .toJSDate();
}

async function fillAndSubmit(work: Work, campaign: CampaignRow, proof: StoredSample) {
  const submitted: { application: ApplicationRow; applicant: Applicant }[] = [];
  for (const applicant of await listApplicants(work, campaign)) {
    const draw = drawFrom(`dernière campagne ${applicant.school.uai}`);
    if (draw() > participation) continue;
    const instant = new Date(campaign.closesAt.getTime() - Math.floor(draw() * 30 * 86_400_000));
    const createdAt = new Date(instant.getTime() - 12 * 86_400_000);
    const quality = 0.4 + draw() * 0.58;
    const application = await fillApplication(work, {
      campaign,
      applicant,
      quality,
      createdAt,
      proof,
    });
    if (await submitAt(work, application.id, instant)) submitted.push({ application, applicant });
  }
  return submitted;
}

async function examine(
  cast: Cast,
  { id }: ApplicationRow,
  { school }: Applicant,
  at: Date,
): Promise<void> {
  const officer =
    school.ministry === "agriculture" ? "agnes.lacaze" : officerOf(school.academieCode);
  const work = await cast.as(officer, at);
  const scope = scopeFor(work.actor, "examination.correct");
  expectDone("commencer l’instruction", await startExamination(work, scope, id));
  const file = await findApplication(work.tx, scope, id);
  expectDone(
    "clore l’instruction",
    await closeExamination(work, scope, {
      applicationId: id,
      opinion: "Réponses cohérentes avec les preuves jointes. Avis fictif de démonstration.",
      version: file?.application.version ?? 0,
    }),
  );
}

function officerOf(academieCode: string | null): string {
  return academieCode === "16" ? "nadege.pujol" : "marc.esteve";
}

async function propose(cast: Cast, applicationId: string, at: Date): Promise<void> {
  const work = await cast.as("bernard.lafforgue", at);
  const scope = scopeFor(work.actor, "jury.propose");
  const file = await findApplication(work.tx, scope, applicationId);
  const level = file?.application.examinedLevel ?? 0;
  expectDone(
    "proposer un niveau",
    await proposeLevel(work, scope, { applicationId, level, reason: "", version: 0 }),
  );
}

async function publish(cast: Cast, campaign: CampaignRow, at: Date): Promise<void> {
  const work = await cast.as("paul.vergnes", at);
  const scope = scopeFor(work.actor, "decision.publish");
  const signedOn = DateTime.fromJSDate(at).minus({ days: 4 }).toISODate() ?? "";
  const acts = documentOf(campaign).decidingAuthorities.map((authority, index) => ({
    authorityId: authority.id,
    signatory: `Signataire fictif ${index + 1}`,
    kind: authority.actKinds[0] ?? "arrete",
    number: `DEMO-${campaign.closesAt.getUTCFullYear()}-${101 + index}`,
    signedOn,
  }));
  expectDone(
    "publier",
    await publishDecisions(work, scope, {
      slug: campaign.slug,
      acts,
      confirmedTally: tallyOf(await listPublicationFiles(work.tx, campaign.id)),
    }),
  );
}

async function allocate(
  cast: Cast,
  campaign: CampaignRow,
  at: Date,
): Promise<{ readonly programmeSlug: string }> {
  const entitlement = documentOf(campaign).entitlements[0];
  if (!entitlement) throw new Error("La campagne de démonstration ne dote rien.");
  const work = await cast.as("claire.soulie", at);
  const target = { slug: campaign.slug, entitlementId: entitlement.id };
  const { plan } = expectDone(
    "proposer une dotation",
    await proposeAllocation(work, scopeFor(work.actor, "allocation.propose"), target, {
      envelope: entitlement.envelopeCents,
      unitPrice: entitlement.unitPriceCents,
      method: "ranking",
    }),
  );
  const day = (days: number) => DateTime.fromJSDate(at).plus({ days }).toISODate() ?? "";
  return expectDone(
    "adopter la dotation",
    await adoptAllocation(work, scopeFor(work.actor, "allocation.adopt"), target, {
      planId: plan.id,
      number: `CP-DEMO-${campaign.closesAt.getUTCFullYear()}-07`,
      votedOn: day(-1),
      dueOn: day(150),
      isConfirmed: "oui",
    }),
  );
}
