import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import { isSigned, type SignatureSlot } from "~/domain/application/co-signatures";
import type { PresentPerson } from "~/domain/application/presence";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { listQuestions } from "~/domain/questionnaire/walk";
import { answerLimit, sectionsOfLimit } from "~/features/application-file/can-answer.server";
import { canManageTeam } from "~/features/application-file/can-manage-team.server";
import { type ContactView, findContact } from "~/features/application-file/contact.server";
import {
  type AdmissibilityView,
  describeAdmissibility,
} from "~/features/application-file/describe-admissibility.server";
import { type BlockerLine, describeBlockers } from "~/features/application-file/describe-blockers";
import {
  describeMissing,
  type LackingQuestion,
} from "~/features/application-file/describe-missing";
import { applicantTitle, describeSchool } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { questionLinks } from "~/features/application-file/question-link";
import { type EvaluatedFile, readFile } from "~/features/application-file/read-file.server";
import { resumeAt } from "~/features/application-file/resume-at";
import {
  type SectionProgress,
  sectionProgress,
} from "~/features/application-file/section-progress";
import { readSectionWork } from "~/features/application-file/section-work.server";
import { type ThreadBrief, threadBrief } from "~/features/messages/thread-brief.server";
import { readPresent } from "~/features/presence/watched-file.server";
import { teamAddress } from "~/features/school-team/team-address.server";
import { slotsOf } from "~/features/sign-application/sign-application.server";
import { checkSubmission } from "~/features/submit-application/submit-application.server";
import { findLastSubmission } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import { type CompletionBrief, completionBrief } from "./completion-brief.server";
import { listTeam, type TeamLine } from "./contacts.server";
import { type DecisionView, decisionView } from "./decision-view.server";

export type HomeSection = SectionProgress & {
  /** What is missing or to correct, in words; empty for nothing. */
  readonly lacks: string;
};

export type ApplicationHomeView = {
  readonly id: string;
  readonly now: string;
  readonly campaign: string;
  readonly title: string;
  readonly schools: readonly string[];
  readonly status: ApplicationStatus;
  /** The last second in time, by the campaign's calendar or by a decision that gives more. */
  readonly closesAt: string;
  readonly isExtended: boolean;
  readonly isOpen: boolean;
  readonly canAnswer: boolean;
  /** A draft that was submitted, withdrawn, then resumed. */
  readonly isResumed: boolean;
  /** The reader acts for the applicant: submits, withdraws, asks. */
  readonly canSubmit: boolean;
  /** The only sections that the actor writes; null when nothing limits them to some. */
  readonly writableSections: readonly string[] | null;
  readonly sections: readonly HomeSection[];
  /** The first question to answer or correct. */
  readonly resume: {
    readonly number: string;
    readonly section: string;
    readonly to: string;
  } | null;
  readonly signatures: readonly (SignatureSlot & {
    readonly isGiven: boolean;
    /** Given over answers that have changed since. */
    readonly isLapsed: boolean;
  })[];
  /** The actor has a signature to give. */
  readonly canSign: boolean;
  readonly blockers: readonly BlockerLine[];
  readonly level: {
    readonly level: number;
    readonly title: string | null;
    readonly score: number | null;
    readonly hasHigher: boolean;
  } | null;
  readonly lastSave: { readonly at: string; readonly by: string } | null;
  readonly team: readonly TeamLine[];
  /** Who else is in the file right now; nobody for whoever may not write it. */
  readonly present: readonly PresentPerson[];
  /** « Équipe et délégations », for whoever reads it. */
  readonly teamTo: string | null;
  /** The reader may invite to the file, and take out of it. */
  readonly canManageTeam: boolean;
  readonly contact: ContactView | null;
  /** The thread with those who examine; null where it cannot be yet, or is not the reader's. */
  readonly thread: ThreadBrief | null;
  readonly receipt: { readonly number: string; readonly submittedAt: string } | null;
  readonly decision: DecisionView | null;
  /** What is missing to be admissible, in a campaign that asks an act or an opinion. */
  readonly admissibility: AdmissibilityView | null;
  /** The request for completion that waits. */
  readonly completion: CompletionBrief | null;
};

/** The page of one application: where it stands, what to do, until when. Undefined out of scope. */
export async function applicationHomeView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<ApplicationHomeView | undefined> {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, document } = file;
  const schools = await nameSchools(work, file.schools, file.communes, file.departements);
  const check = await checkSubmission(work, file, { instant: work.now, isDeclared: true });
  const team = await readSectionWork(work, file);
  const sections = sectionProgress(file, team, work.actor.personId);
  const limit = await answerLimit(work, application.id);
  const canAnswer = limit !== undefined;
  const resume = resumeAt(
    file,
    sections.filter(({ id: sectionId }) => !limit || canWriteSection(limit, sectionId)),
  );
  const canSign =
    application.status === "draft" && (await slotsOf(work, file, check.standing)).open.length > 0;
  const teamTo =
    application.applicantKind === "school"
      ? await teamAddress(work, application.applicantCode)
      : null;
  // A draft that was submitted before is told as the draft that it is.
  const submission =
    application.status === "draft" ? undefined : await findLastSubmission(work.tx, application.id);
  return {
    id: application.id,
    now: work.now.toISOString(),
    campaign: `${document.title} ${document.edition}`,
    title: applicantTitle(schools),
    schools: schools.map(describeSchool),
    status: application.status,
    closesAt: check.deadline.endsAt.toISOString(),
    isExtended: check.deadline.extendedUntil !== null,
    isOpen: check.deadline.isOpen,
    canAnswer,
    isResumed: application.status === "draft" && file.wasSubmitted,
    canSubmit: check.role !== undefined,
    writableSections: sectionsOfLimit(limit),
    sections: withLacks(file, sections),
    resume,
    signatures: check.slots.map((slot) => {
      const isGiven = isSigned(slot, check.standing);
      return { ...slot, isGiven, isLapsed: !isGiven && isSigned(slot, check.given) };
    }),
    canSign,
    blockers: describeBlockers(check.blockers, {
      id: application.id,
      left: sections.reduce((sum, { missing, faulty }) => sum + missing.length + faulty.length, 0),
      resume: canAnswer ? resume : null,
      canSeeSignatures: canAnswer || canSign,
      teamTo,
    }),
    level: levelOf(file),
    lastSave: lastSave(file),
    team: await listTeam(work, file),
    present:
      canAnswer && application.status === "draft"
        ? await readPresent(work, application.id, document)
        : [],
    teamTo,
    canManageTeam: await canManageTeam(work, application.id),
    contact: await findContact(work, file),
    thread:
      canAnswer && file.wasSubmitted ? await threadBrief(work, application.id, "school") : null,
    receipt: submission
      ? {
          number: submission.receiptNumber,
          submittedAt: submission.submittedAt.toISOString(),
        }
      : null,
    decision: await decisionView(work, file),
    admissibility:
      check.pieces && application.status !== "withdrawn"
        ? describeAdmissibility(check.lacking, check.pieces, canAnswer ? application.id : null)
        : null,
    completion: await completionBrief(work, file),
  };
}

function withLacks(file: EvaluatedFile, sections: readonly SectionProgress[]): HomeSection[] {
  const { questionnaire } = file.document;
  const links = questionLinks(file.application.id, questionnaire);
  const kinds = new Map(
    listQuestions(questionnaire).map(({ question }) => [question.id, question.kind]),
  );
  const lacking = (id: string): LackingQuestion => ({
    kind: kinds.get(id) ?? "information",
    number: links.get(id)?.number ?? "",
    title: links.get(id)?.title ?? "",
  });
  return sections.map((section) => ({
    ...section,
    lacks: describeMissing(section.faulty.map(lacking), section.missing.map(lacking)),
  }));
}

function levelOf({ document, evaluation }: EvaluatedFile): ApplicationHomeView["level"] {
  if (document.levels.length === 0) return null;
  return {
    level: evaluation.level,
    title: document.levels.find(({ level }) => level === evaluation.level)?.title ?? null,
    score: evaluation.score,
    hasHigher: document.levels.some(({ level }) => level > evaluation.level),
  };
}

function lastSave({ answerRows }: EvaluatedFile): ApplicationHomeView["lastSave"] {
  const [last] = [...answerRows].sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
  return last ? { at: last.savedAt.toISOString(), by: last.author } : null;
}
