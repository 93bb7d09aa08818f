import type { Scope } from "~/domain/access/permissions";
import { combineSchoolFacts } from "~/domain/application/school-facts";
import type { SnapshotProof, SubmissionSnapshot } from "~/domain/application/snapshot";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import type { CampaignDocument } from "~/domain/campaign/document";
import {
  type ExportColumn,
  type ExportedApplication,
  exportColumns,
} from "~/domain/export/columns";
import { type ExportFilter, type ExportRequest, scopeOfRequest } from "~/domain/export/request";
import type { CompiledCampaign } from "~/domain/maturity/compile-campaign";
import { evaluate } from "~/domain/maturity/evaluate";
import type { Answers, Question } from "~/domain/questionnaire/types";
import { listQuestions } from "~/domain/questionnaire/walk";
import { type Correction, retainAnswers, retainProofs } from "~/domain/review/retained-answers";
import { compiledOf, documentOf } from "~/features/campaigns/campaign-document.server";
import { statusLabels } from "~/features/examine-applications/labels";
import { findCampaign } from "~db/repositories/campaigns.server";
import type { ExaminationFilter } from "~db/repositories/examinations.server";
import {
  type ExportedRow,
  listCorrectedQuestions,
  listExportedIds,
  listExportedRows,
} from "~db/repositories/exported-applications.server";
import type { Work } from "~db/work.server";

/** What an export writes: its columns, and its applications in their order. */
export type ExportPlan = {
  readonly document: CampaignDocument;
  readonly compiled: CompiledCampaign;
  readonly scope: Scope;
  readonly columns: readonly ExportColumn[];
  readonly ids: readonly string[];
};

/** One application of a page: as the columns read it, and with its sealed proofs. */
export type ReadApplication = {
  readonly id: string;
  readonly exported: ExportedApplication;
  readonly proofs: readonly SnapshotProof[];
};

/** Reads which applications and columns a request stands for; undefined once the campaign is gone. */
export async function planExport(
  { tx }: Work,
  request: ExportRequest,
): Promise<ExportPlan | undefined> {
  const campaign = await findCampaign(tx, request.campaignId);
  if (!campaign) return undefined;
  const scope = scopeOfRequest(request);
  const filter = filterOf(request.filter);
  const corrected = await listCorrectedQuestions(tx, scope, campaign.id, filter);
  const document = documentOf(campaign);
  return {
    document,
    compiled: compiledOf(campaign),
    scope,
    columns: exportColumns(document, new Set(corrected)),
    ids: await listExportedIds(tx, scope, campaign.id, filter),
  };
}

function filterOf({
  status,
  departement,
  declaredLevel,
  ...filter
}: ExportFilter): ExaminationFilter {
  return {
    ...filter,
    departement: departement ?? undefined,
    status: (status as ApplicationStatus | null) ?? undefined,
    declaredLevel: declaredLevel ?? undefined,
  };
}

/**
 * Reads one page of a plan: the sealed answers, and what the examination retains of them. Each application is
 * understood as it is asked for, and can be forgotten at once: a whole page of them would weigh.
 */
export async function readApplications(
  { tx }: Work,
  plan: ExportPlan,
  ids: readonly string[],
): Promise<Iterable<ReadApplication>> {
  const rows = await listExportedRows(tx, plan.scope, ids);
  const questions = listQuestions(plan.document.questionnaire).map(({ question }) => question);
  const hasCalculated = questions.some(({ kind }) => kind === "calculated");
  const read = (row: ExportedRow): ReadApplication => {
    const snapshot = JSON.parse(row.snapshot) as SubmissionSnapshot;
    const { schools, corrections, status, id, snapshot: _snapshot, ...facts } = row;
    const { answers } = snapshot;
    const calculate = hasCalculated
      ? calculator(plan.compiled, questions, snapshot)
      : (given: Answers) => given;
    const declared = { answers: calculate(answers, []), files: filesOf(snapshot.proofs, []) };
    const retained =
      corrections.length === 0
        ? declared
        : {
            answers: calculate(retainAnswers(answers, corrections), corrections),
            files: filesOf(snapshot.proofs, corrections),
          };
    return {
      id,
      proofs: snapshot.proofs,
      exported: {
        ...facts,
        schools,
        status: statusLabels[status].label,
        declared,
        retained,
        corrected: new Set(corrections.map(({ questionId }) => questionId)),
      },
    };
  };
  return (function* () {
    for (const row of rows) yield read(row);
  })();
}

/** Adds the values of calculated questions to answers, as the examination's page shows them. */
function calculator(
  compiled: CompiledCampaign,
  questions: readonly Question[],
  snapshot: SubmissionSnapshot,
) {
  const school = combineSchoolFacts(snapshot.schools);
  return (answers: Answers, corrections: ExportedRow["corrections"]): Answers => {
    const proofs = retainProofs(questions, snapshot.proofs, corrections);
    const { calculated } = evaluate(compiled, { school, answers, proofs });
    return { ...answers, ...calculated };
  };
}

function filesOf(
  proofs: readonly SnapshotProof[],
  corrections: readonly Correction[],
): ReadonlyMap<string, readonly string[]> {
  const setAside = new Set(corrections.map(({ questionId }) => questionId));
  const files = new Map<string, string[]>();
  for (const { questionId, name } of proofs) {
    if (setAside.has(questionId)) continue;
    files.set(questionId, [...(files.get(questionId) ?? []), name]);
  }
  return files;
}
