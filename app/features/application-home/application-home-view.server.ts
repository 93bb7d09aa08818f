import type { Scope } from "~/domain/access/permissions";
import { isSigned, type SignatureSlot } from "~/domain/application/co-signatures";
import type { SubmissionBlocker } from "~/domain/application/submission-rules";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { canAnswerFile } from "~/features/application-file/can-answer.server";
import { applicantTitle, describeSchool } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { questionLinks } from "~/features/application-file/question-link";
import { type EvaluatedFile, readFile } from "~/features/application-file/read-file.server";
import {
  type SectionProgress,
  sectionProgress,
} from "~/features/application-file/section-progress";
import { phaseOf } from "~/features/campaigns/campaign-document.server";
import { teamAddress } from "~/features/school-team/team-address.server";
import { slotsOf } from "~/features/sign-application/sign-application.server";
import { checkSubmission } from "~/features/submit-application/submit-application.server";
import { paths } from "~/paths";
import { findLastSubmission } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import { type ContactView, findContact, listTeam, type TeamLine } from "./contacts.server";
import { type DecisionView, decisionView } from "./decision-view.server";

export type ApplicationHomeView = {
  readonly id: string;
  readonly now: string;
  readonly campaign: string;
  readonly title: string;
  readonly schools: readonly string[];
  readonly status: ApplicationStatus;
  readonly closesAt: string;
  readonly isOpen: boolean;
  readonly canAnswer: boolean;
  readonly sections: readonly SectionProgress[];
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
  readonly blockers: readonly SubmissionBlocker[];
  readonly level: {
    readonly level: number;
    readonly title: string | null;
    readonly score: number | null;
    readonly hasHigher: boolean;
  } | null;
  readonly lastSave: { readonly at: string; readonly by: string } | null;
  readonly team: readonly TeamLine[];
  /** « Équipe et délégations », for whoever reads it. */
  readonly teamTo: string | null;
  readonly contact: ContactView | null;
  readonly receipt: { readonly number: string; readonly submittedAt: string } | null;
  readonly decision: DecisionView | null;
};

/** The page of one application: where it stands, what to do, until when. Undefined out of scope. */
export async function applicationHomeView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<ApplicationHomeView | undefined> {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, campaign, document } = file;
  const schools = await nameSchools(work, file.schools, file.communes);
  const check = await checkSubmission(work, file, { instant: work.now, isDeclared: true });
  const sections = sectionProgress(file);
  const submission = await findLastSubmission(work.tx, application.id);
  return {
    id: application.id,
    now: work.now.toISOString(),
    campaign: `${document.title} ${document.edition}`,
    title: applicantTitle(schools),
    schools: schools.map(describeSchool),
    status: application.status,
    closesAt: campaign.closesAt.toISOString(),
    isOpen: phaseOf(campaign, work.now) === "open",
    canAnswer: await canAnswerFile(work, application.id),
    sections,
    resume: resumeAt(file, sections),
    signatures: check.slots.map((slot) => {
      const isGiven = isSigned(slot, check.standing);
      return { ...slot, isGiven, isLapsed: !isGiven && isSigned(slot, check.given) };
    }),
    canSign:
      application.status === "draft" && (await slotsOf(work, file, check.standing)).open.length > 0,
    blockers: check.blockers,
    level: levelOf(file),
    lastSave: lastSave(file),
    team: await listTeam(work, file),
    teamTo:
      application.applicantKind === "school"
        ? await teamAddress(work, application.applicantCode)
        : null,
    contact: await findContact(work, file),
    receipt: submission
      ? {
          number: submission.receiptNumber,
          submittedAt: submission.submittedAt.toISOString(),
        }
      : null,
    decision: await decisionView(work, file),
  };
}

function resumeAt(file: EvaluatedFile, sections: readonly SectionProgress[]) {
  const links = questionLinks(file.application.id, file.document.questionnaire);
  for (const section of sections) {
    const [next] = [...section.faulty, ...section.missing];
    if (next === undefined) continue;
    return {
      number: links.get(next)?.number ?? "",
      section: section.title,
      to: links.get(next)?.to ?? paths.section(file.application.id, section.id),
    };
  }
  return null;
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
