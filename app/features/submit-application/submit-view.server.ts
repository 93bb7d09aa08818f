import type { Scope } from "~/domain/access/permissions";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { canAnswerFile } from "~/features/application-file/can-answer.server";
import { type ContactView, findContact } from "~/features/application-file/contact.server";
import { type BlockerLine, describeBlockers } from "~/features/application-file/describe-blockers";
import { applicantTitle } from "~/features/application-file/describe-school";
import { levelName } from "~/features/application-file/level-name";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { readFile } from "~/features/application-file/read-file.server";
import { resumeAt } from "~/features/application-file/resume-at";
import { sectionProgress } from "~/features/application-file/section-progress";
import { readSectionWork } from "~/features/application-file/section-work.server";
import { type WaitingReview, waitingReviews } from "~/features/application-file/waiting-reviews";
import { teamAddress } from "~/features/school-team/team-address.server";
import type { Work } from "~db/work.server";
import { declarationOf } from "./labels";
import { checkSubmission } from "./submit-application.server";

export type SubmitView = {
  readonly id: string;
  /** Whose answers may still wait in this browser. */
  readonly personId: string;
  readonly now: string;
  readonly title: string;
  readonly campaign: string;
  readonly campaignSlug: string;
  readonly status: ApplicationStatus;
  /** The last second in time, by the campaign's calendar or by a decision that gives more. */
  readonly closesAt: string;
  readonly isExtended: boolean;
  /** Whom to ask for more time, once it is too late; null when nobody is known, or while there is time. */
  readonly contact: ContactView | null;
  readonly declaration: string;
  /** What keeps from submitting, the declaration set apart. */
  readonly blockers: readonly BlockerLine[];
  /** Sections that a colleague asks to read again: told, never in the way. */
  readonly reviews: readonly WaitingReview[];
  readonly score: number | null;
  /** The level as it will be declared; null in a campaign without levels. */
  readonly levelTitle: string | null;
  readonly answerCount: number;
  readonly proofCount: number;
};

/** The page that submits: what will be sent, what still keeps it; undefined out of scope. */
export async function submitView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<SubmitView | undefined> {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, document, evaluation } = file;
  const sections = sectionProgress(file, await readSectionWork(work, file), work.actor.personId);
  const canAnswer = await canAnswerFile(work, application.id);
  const { blockers, deadline } = await checkSubmission(work, file, {
    instant: work.now,
    isDeclared: true,
  });
  return {
    id: application.id,
    personId: work.actor.personId,
    now: work.now.toISOString(),
    title: applicantTitle(await nameSchools(work, file.schools, file.communes, file.departements)),
    campaign: `${document.title} ${document.edition}`,
    campaignSlug: file.campaign.slug,
    status: application.status,
    closesAt: deadline.endsAt.toISOString(),
    isExtended: deadline.extendedUntil !== null,
    contact: blockers.includes("deadline-passed") ? await findContact(work, file) : null,
    declaration: declarationOf(document),
    blockers: describeBlockers(blockers, {
      id: application.id,
      left: sections.reduce((sum, { missing, faulty }) => sum + missing.length + faulty.length, 0),
      resume: canAnswer ? resumeAt(file, sections) : null,
      canSeeSignatures: true,
      teamTo:
        application.applicantKind === "school"
          ? await teamAddress(work, application.applicantCode)
          : null,
    }),
    reviews: waitingReviews(application.id, sections, canAnswer),
    score: evaluation.score,
    levelTitle:
      document.levels.length === 0
        ? null
        : levelName(
            evaluation.level,
            document.levels.find(({ level }) => level === evaluation.level)?.title ?? null,
          ),
    answerCount: evaluation.completeness.reduce((sum, section) => sum + section.filled, 0),
    proofCount: file.proofs.filter((proof) => evaluation.visible.has(proof.questionId)).length,
  };
}
