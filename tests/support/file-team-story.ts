import type { Actor } from "~/domain/access/actor";
import { type Action, scopeFor } from "~/domain/access/permissions";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { fileTeamView } from "~/features/file-team/file-team-view.server";
import { inviteMember } from "~/features/file-team/invite-member.server";
import type { Work } from "~db/work.server";
import type { Draft } from "~tests/factories/draft-application";
import { as } from "./team-story";

export const teacher = "julien.roques@ac-essai.fr";
export const person = {
  givenName: "Julien",
  familyName: "Roques",
  email: teacher,
  function: "teacher",
} as const;

export const can = (actor: Actor, action: Action) => scopeFor(actor, action);

export const invite = (
  work: Work,
  { applicationId, head }: Pick<Draft, "applicationId" | "head">,
  sections: readonly string[] | null,
  email: string = teacher,
) =>
  inviteMember(as(work, head), can(head, "application.manage-team"), {
    applicationId,
    person: { ...person, email },
    sections,
  });

export const save = (
  work: Work,
  actor: Actor,
  applicationId: string,
  questionId: string,
  value: unknown,
) =>
  saveAnswer(as(work, actor), can(actor, "application.answer"), {
    applicationId,
    questionId,
    value,
    baseVersion: 0,
  });

export const viewAs = (work: Work, actor: Actor, id: string) =>
  fileTeamView(as(work, actor), can(actor, "application.read"), id);

export async function onlyInvited(work: Work, draft: Draft) {
  const view = await viewAs(work, draft.head, draft.applicationId);
  const [member] = view?.invited ?? [];
  if (!member) throw new Error("Personne n’est invité.");
  return member;
}
