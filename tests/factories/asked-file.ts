import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { askCompletion } from "~/features/complete-application/ask-completion.server";
import { sendCompletion } from "~/features/complete-application/send-completion.server";
import type { Work } from "~db/work.server";
import { insertActor } from "./person";
import { buildSmallCampaign, insertCampaignDocument } from "./small-campaign";
import { insertSubmitted } from "./submitted-file";

/** Milliseconds of a day. */
export const day = 86_400_000;
/** The day of Paris in some days, `YYYY-MM-DD`. */
export const dayIn = (days: number, from = new Date()) =>
  new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris" }).format(
    new Date(from.getTime() + days * day),
  );

/** A submitted file of which « projet » and its proof are asked again, and both sides of it. */
export async function askedFile(work: Work, slug = "label-a-completer", rank = 41) {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
  const file = await insertSubmitted(work, campaign, {
    rank,
    answers: { projet: false, ent: true },
    proofs: ["acte"],
  });
  const officer = await insertActor(work, [
    { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
  ]);
  const examiner = { ...work, actor: officer };
  const asked = await askCompletion(examiner, scopeFor(officer, "examination.correct"), {
    applicationId: file.applicationId,
    questions: [
      { questionId: "projet", reason: "Le conseil l’a voté en mai." },
      { questionId: "acte", reason: "La page 2 manque." },
    ],
    dueOn: dayIn(5),
    message: null,
  });
  if (!asked.ok) throw new Error(`Demande d’essai refusée : ${asked.reason}`);
  return { ...file, slug, officer, examiner, school: { ...work, actor: file.head }, asked };
}

/** Where a person answers, and where they submit. */
export const answers = (actor: Actor) => scopeFor(actor, "application.answer");
export const submits = (actor: Actor) => scopeFor(actor, "application.submit");

/** Saves one answer as the page does. */
export const save = (
  work: Work,
  applicationId: string,
  questionId: string,
  value: unknown,
  version = 1,
) =>
  saveAnswer(work, answers(work.actor), {
    applicationId,
    questionId,
    value,
    baseVersion: version,
  });

/** Sends what was asked, declared on honour. */
export const send = (work: Work, applicationId: string, requestId: string, declared = true) =>
  sendCompletion(work, submits(work.actor), { applicationId, requestId, declared });
