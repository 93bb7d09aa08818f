import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { inviteMember } from "~/features/file-team/invite-member.server";
import { loadTeam } from "~/features/file-team/load-team.server";
import { insertApplication } from "~db/repositories/applications.server";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { insertProof } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { buildQuestionnaireDocument } from "~tests/factories/questionnaire-campaign";
import { insertSchool } from "~tests/factories/school";
import { inDays, insertCampaignDocument } from "~tests/factories/small-campaign";
import { storyActs } from "./story-formal";

/** The draft of every kind of question, with an invited teacher and the people around it. */
export async function openDraft(work: Work) {
  const uai = await insertSchool(work, { rank: 1 });
  const slug = "essai-du-questionnaire";
  const calendar = { opensAt: inDays(-1), closesAt: inDays(15) };
  const campaign = await insertCampaignDocument(
    work,
    buildQuestionnaireDocument({ slug, calendar, formalActs: storyActs }),
  );
  const at = { scopeKind: "school", scopeCode: uai } as const;
  const head = await insertActor(work, [{ ...at, role: "head" }], { email: "tete@exemple.fr" });
  const colleague = await insertActor(work, [{ ...at, role: "school-member" }]);
  const delegate = await insertActor(work, [{ ...at, role: "delegate" }]);
  const otherUai = await insertSchool(work, { rank: 2 });
  const neighbour = await insertActor(work, [{ ...at, role: "acting-head", scopeCode: otherUai }]);
  const application = await insertApplication(
    work.tx,
    {
      campaignId: campaign.id,
      applicantKind: "school",
      applicantCode: uai,
      createdBy: head.personId,
    },
    [uai],
  );
  if (!application) throw new Error("Candidature d’essai non créée.");
  const answers = { projet: true, eleves: 120, intitule: "Ondes", budget: 1500, part: 40 };
  for (const [questionId, value] of Object.entries(answers)) {
    await saveAnswer({ ...work, actor: head }, scopeFor(head, "application.answer"), {
      applicationId: application.id,
      questionId,
      value,
      baseVersion: 0,
    });
  }
  await keepContentRow(work.tx, "0".repeat(64), { isScanned: false, at: work.now });
  const proof = await insertProof(work.tx, {
    applicationId: application.id,
    questionId: "preuve",
    name: "projet.pdf",
    mediaType: "application/pdf",
    size: 12_400,
    sha256: "0".repeat(64),
    addedBy: head.personId,
  });
  const memberId = await inviteTo(work, head, application.id);
  const people = { head, colleague, delegate, neighbour };
  return { id: application.id, uai, slug, proofId: proof.id, memberId, people };
}

/** Invites a teacher to one section of a file; gives their place in its team. */
async function inviteTo(work: Work, head: Actor, applicationId: string): Promise<string> {
  const acting = { ...work, actor: head };
  const scope = scopeFor(head, "application.manage-team");
  const person = {
    givenName: "Julien",
    familyName: "Roques",
    email: "julien.roques@exemple.fr",
    function: "teacher",
  } as const;
  const sections = ["pilotage"];
  const invited = await inviteMember(acting, scope, { applicationId, person, sections });
  const team = await loadTeam(acting, scope, applicationId, { toWrite: false });
  const member = team?.people.find(({ isInvited }) => isInvited);
  if (!invited.ok || !member) throw new Error("Invitation d’essai au dossier refusée.");
  return member.membershipId;
}
