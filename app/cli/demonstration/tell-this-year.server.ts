import { scopeFor } from "~/domain/access/permissions";
import type { Section } from "~/domain/questionnaire/types";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { closeExamination } from "~/features/examine-applications/close-examination.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { inviteMember } from "~/features/file-team/invite-member.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { findPersonByEmail } from "~db/repositories/people.server";
import { endLinksOf, updateCredentials } from "~db/repositories/single-use-links.server";
import { demonstrationUai } from "~db/seed/demonstration-schools";
import type { Work } from "~db/work.server";
import { castOf, expectDone } from "./cast";
import {
  type Applicant,
  fillApplication,
  listApplicants,
  submitAt,
} from "./fill-applications.server";
import { drawFrom } from "./random";
import type { StoredSample } from "./sample-proof.server";
import { askRegion, recordSampleAct } from "./tell-formal-acts.server";

const hour = 3_600_000;
const alienorVidal = demonstrationUai("Lycée polyvalent Aliénor-Vidal");

/**
 * This year's open campaign as it stands today: many have submitted, some are still writing, some
 * have not begun. The lycée of the story has answered all its sections but the last two.
 */
export async function tellThisYear(
  work: Work,
  campaign: CampaignRow,
  proof: StoredSample,
): Promise<void> {
  for (const applicant of await listApplicants(work, campaign)) {
    if (applicant.school.uai === alienorVidal) await beginStory(work, campaign, applicant, proof);
    else await tellOne(work, campaign, applicant, proof);
  }
}

async function beginStory(
  work: Work,
  campaign: CampaignRow,
  applicant: Applicant,
  proof: StoredSample,
): Promise<void> {
  const head = await castOf(work).as("helene.castagne", new Date(work.now.getTime() - 30 * hour));
  const sections = documentOf(campaign)
    .questionnaire.sections.slice(0, -2)
    .map(({ id }) => id);
  const { id } = await fillApplication(head, {
    campaign,
    applicant,
    quality: 0.72,
    createdAt: head.now,
    proof,
    sections,
  });
  await gatherTeam(head, id, documentOf(campaign).questionnaire.sections);
  await askRegion(head, id);
}

/** The head entrusts the second section to the bursar, the fourth and fifth to a teacher. */
async function gatherTeam(head: Work, applicationId: string, sections: readonly Section[]) {
  const scope = scopeFor(head.actor, "application.manage-team");
  const team = [
    { name: "Sophie Marty", function: "bursar", from: 1, to: 2 },
    { name: "Julien Roques", function: "teacher", from: 3, to: 5 },
  ] as const;
  for (const member of team) {
    const [givenName = "", familyName = ""] = member.name.split(" ");
    const email = `${givenName}.${familyName}@jalons.example`.toLowerCase();
    const known = await findPersonByEmail(head.tx, email);
    const invited = await inviteMember(head, scope, {
      applicationId,
      person: { givenName, familyName, email, function: member.function },
      sections: sections.slice(member.from, member.to).map(({ id }) => id),
    });
    expectDone(`inviter ${member.name}`, invited);
    if (!known) continue;
    // They opened their accounts since, with the demonstration's password.
    await endLinksOf(head.tx, known.id);
    await updateCredentials(head.tx, known.id, { passwordHash: known.passwordHash });
  }
}

async function tellOne(
  work: Work,
  campaign: CampaignRow,
  applicant: Applicant,
  proof: StoredSample,
): Promise<void> {
  const draw = drawFrom(`cette campagne ${applicant.school.uai}`);
  const fate = draw();
  if (fate > 0.85) return;
  const spent = work.now.getTime() - campaign.opensAt.getTime();
  const createdAt = new Date(campaign.opensAt.getTime() + draw() * spent * 0.6);
  const filling = { campaign, applicant, quality: 0.4 + draw() * 0.58, createdAt, proof };
  if (fate > 0.6) {
    const sections = documentOf(campaign)
      .questionnaire.sections.slice(0, 2)
      .map(({ id }) => id);
    await fillApplication(work, { ...filling, sections });
    return;
  }
  const { id } = await fillApplication(work, filling);
  if (drawFrom(`acte ${applicant.school.uai}`)() > 0.5) {
    await recordSampleAct({ ...work, now: createdAt }, id, proof);
  }
  const instant = new Date(
    createdAt.getTime() + draw() * (work.now.getTime() - createdAt.getTime()),
  );
  const isSubmitted = await submitAt(work, id, instant);
  if (isSubmitted && fate < 0.12 && applicant.school.ministry === "education") {
    await startOne(work, id, applicant, fate < 0.06);
  }
}

async function startOne(work: Work, id: string, { school }: Applicant, isClosed: boolean) {
  const officer = school.academieCode === "16" ? "nadege.pujol" : "marc.esteve";
  const examiner = await castOf(work).as(officer, work.now);
  const scope = scopeFor(examiner.actor, "examination.correct");
  const started = await startExamination(examiner, scope, id);
  if (!started.ok || !isClosed) return;
  await closeExamination(examiner, scope, {
    applicationId: id,
    opinion: "Dossier complet, preuves lisibles. Avis fictif de démonstration.",
    version: 3,
  });
}
