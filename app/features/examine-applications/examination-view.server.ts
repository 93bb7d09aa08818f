import type { Scope } from "~/domain/access/permissions";
import { scopeFor } from "~/domain/access/permissions";
import { firstInstantAfter } from "~/domain/campaign/calendar";
import { evaluate } from "~/domain/maturity/evaluate";
import { outdatedCorrections } from "~/domain/review/outdated-corrections";
import { review } from "~/domain/review/transitions";
import { deadlineOf } from "~/features/application-file/deadline-of.server";
import {
  describeAdmissibility,
  lackingPieces,
} from "~/features/application-file/describe-admissibility.server";
import { describeSchool } from "~/features/application-file/describe-school";
import { readFormalPieces } from "~/features/application-file/formal-pieces.server";
import { shownAct, shownRequest } from "~/features/application-file/formal-sheet-view.server";
import { readOpenCompletion } from "~/features/application-file/open-completion.server";
import { readSnapshot } from "~/features/application-file/sealed-input";
import { threadBrief } from "~/features/messages/thread-brief.server";
import { teamAddress } from "~/features/school-team/team-address.server";
import { findApplication, listSubmissions } from "~db/repositories/applications.server";
import { findExamination } from "~db/repositories/corrections.server";
import { listScans } from "~db/repositories/file-contents.server";
import { countNotes } from "~db/repositories/internal-notes.server";
import { findOpenReopening } from "~db/repositories/reopenings.server";
import { listCommunes, listDepartements } from "~db/repositories/territory.server";
import { listWithdrawals } from "~db/repositories/withdrawals.server";
import type { Work } from "~db/work.server";
import { answerSections } from "./answer-sections";
import { campaignTitle } from "./examination-list-view.server";
import { type ExaminedFile, examinedInput, readExaminedFile } from "./read-examined-file.server";
import { axisScores, levelReasons } from "./score-comparison";

/** One examined file, as its page shows it; undefined out of the scope or of the campaign. */
export async function examinationView(
  work: Work,
  scope: Scope,
  address: { readonly slug: string; readonly id: string; readonly correcting: string | null },
) {
  const file = await readExaminedFile(work, scope, address.id);
  if (!file || file.campaign.slug !== address.slug) return undefined;
  const { application, document } = file;
  const declared = evaluate(file.compiled, file.declared);
  const examined = evaluate(file.compiled, examinedInput(file, file.corrections));
  const examination = await findExamination(work.tx, application.id);
  const allowed = await allowedActs(work, file);
  const deposited = file.snapshot.proofs.map(({ sha256 }) => sha256);
  const scans = await listScans(work.tx, deposited);
  const sections = answerSections(file, {
    declared,
    examined,
    scans,
    outdated: await readOutdated(work, file),
  });
  const questions = sections.flatMap((section) => section.questions);
  return {
    id: application.id,
    slug: address.slug,
    campaign: campaignTitle(file.campaign.title, document.edition),
    status: application.status,
    version: application.version,
    submittedAt: application.submittedAt?.toISOString() ?? null,
    extendedUntil: await extensionUsed(work, file),
    receiptNumber: file.snapshot.receiptNumber,
    submitter: file.snapshot.submitter.name,
    schools: await schoolHeaders(work, file),
    totals: {
      declared: { score: declared.score, level: declared.level },
      examined: examination ? { score: examined.score, level: examined.level } : null,
    },
    axes: axisScores(document, declared, examined),
    levels: levelReasons(document, examined),
    sections,
    corrections: file.corrections.length,
    opinion: examination?.opinion ?? null,
    closedAt: examination?.closedAt?.toISOString() ?? null,
    allowed,
    completion: await readOpenCompletion(work, application).then((open) =>
      open ? { dueOn: open.request.dueOn, isLate: !open.isInTime } : null,
    ),
    formal: await readFormal(work, file),
    withdrawal: await readWithdrawal(work, application),
    thread: await threadBrief(work, application.id, "examination"),
    notes: await countNotes(work.tx, application.id),
    hasAsking: (await findOpenReopening(work.tx, application.id)) !== undefined,
    correcting: allowed.correct
      ? (questions.find((question) => question.id === address.correcting && question.form) ?? null)
      : null,
  };
}
export type ExaminationView = NonNullable<Awaited<ReturnType<typeof examinationView>>>;

/** The act, the opinion, and what is missing of them; null in a campaign that asks none. */
async function readFormal(work: Work, file: ExaminedFile) {
  // What a draft that was submitted before says now is its school's own.
  if (file.application.status === "draft") return null;
  const pieces = await readFormalPieces(work, file);
  if (!pieces) return null;
  const missing = lackingPieces(work, pieces, {
    application: file.application,
    isComplete: true,
    missingSignatureCount: 0,
    closesAt: file.campaign.closesAt,
  });
  return {
    admissibility: describeAdmissibility(missing, pieces, null),
    act: shownAct(pieces, file.application.id),
    request: shownRequest(pieces, work.now),
  };
}

/** Who withdrew the file, when and why, of one that is not in examination for it; null otherwise. */
async function readWithdrawal(work: Work, { id, status }: ExaminedFile["application"]) {
  if (status !== "withdrawn" && status !== "draft") return null;
  const last = (await listWithdrawals(work.tx, id)).at(-1);
  if (!last) return null;
  return {
    by: last.by,
    at: last.withdrawnAt.toISOString(),
    reason: last.reason,
    resumedAt: last.resumedAt?.toISOString() ?? null,
  };
}

/** The questions whose correction is older than what now stands; read only when some correction is. */
async function readOutdated(work: Work, file: ExaminedFile): Promise<ReadonlySet<string>> {
  const standsSince = new Date(file.snapshot.submittedAt);
  if (file.corrections.every(({ correctedAt }) => correctedAt >= standsSince)) return new Set();
  const submissions = await listSubmissions(work.tx, file.application.id);
  return outdatedCorrections(
    file.corrections,
    submissions.map(({ snapshot }) => readSnapshot(snapshot)),
  );
}

/**
 * The extended deadline inside which a file was submitted, as it stood then (ISO 8601, UTC); null when it
 * came before the campaign's closing.
 */
async function extensionUsed(
  work: Work,
  file: Pick<ExaminedFile, "application" | "campaign" | "schools">,
): Promise<string | null> {
  const { submittedAt } = file.application;
  if (!submittedAt || submittedAt < firstInstantAfter(file.campaign.closesAt)) return null;
  const { extendedUntil } = await deadlineOf(work, file, submittedAt);
  return extendedUntil?.toISOString() ?? null;
}

/** What this person may do now: permission and scope first, then the state of the file. */
async function allowedActs(work: Work, { application }: ExaminedFile) {
  const correctScope = scopeFor(work.actor, "examination.correct");
  const closeScope = scopeFor(work.actor, "examination.close");
  const covers = async (scope: Scope) =>
    scope.length > 0 && (await findApplication(work.tx, scope, application.id)) !== undefined;
  const mayCorrect = await covers(correctScope);
  const mayClose = await covers(closeScope);
  return {
    start: mayCorrect && review(application.status, "start").ok,
    correct: mayCorrect && review(application.status, "correct").ok,
    close: mayClose && review(application.status, "close").ok,
    reopen: mayClose && review(application.status, "reopen").ok,
  };
}

async function schoolHeaders(work: Work, { schools }: Pick<ExaminedFile, "schools">) {
  const codes = schools.flatMap(({ communeCode }) => (communeCode ? [communeCode] : []));
  const communes = codes.length > 0 ? await listCommunes(work.tx, codes) : [];
  const departements = await listDepartements(work.tx);
  const teams = new Map<string, string | null>();
  for (const { uai } of schools) teams.set(uai, await teamAddress(work, uai));
  return schools.map((school) => ({
    uai: school.uai,
    teamTo: teams.get(school.uai) ?? null,
    name: school.name,
    fictitious: school.fictitious,
    detail: describeSchool({
      uai: school.uai,
      name: school.name,
      pupils: school.pupils,
      commune: communes.find(({ code }) => code === school.communeCode)?.name ?? school.locality,
      departement: departements.find(({ code }) => code === school.departementCode)?.name ?? null,
    }),
  }));
}
