import { randomUUID } from "node:crypto";
import { everywhere } from "~/domain/access/permissions";
import { schoolFactsOf } from "~/domain/application/school-facts";
import { isInPerimeter } from "~/domain/campaign/perimeter";
import type { AnswerValue, Question } from "~/domain/questionnaire/types";
import { evaluateFile } from "~/features/application-file/read-file.server";
import { compiledOf, documentOf } from "~/features/campaigns/campaign-document.server";
import { writeSubmission } from "~/features/submit-application/write-submission.server";
import { insertAnswers } from "~db/repositories/answers.server";
import {
  type ApplicationRow,
  findApplication,
  insertApplication,
  listSchoolsInScope,
  type UnitRow,
} from "~db/repositories/applications.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { record } from "~db/repositories/journal.server";
import { insertProof } from "~db/repositories/proofs.server";
import { type Commune, listCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { drawFrom } from "./random";
import { sampleAnswers } from "./sample-answers";
import type { StoredSample } from "./sample-proof.server";

export type Applicant = { readonly school: UnitRow; readonly commune: Commune | undefined };

/** The demonstration's schools inside a campaign's perimeter. */
export async function listApplicants(work: Work, campaign: CampaignRow): Promise<Applicant[]> {
  const document = documentOf(campaign);
  const schools = await listSchoolsInScope(work.tx, everywhere);
  const codes = schools.flatMap(({ communeCode }) => (communeCode ? [communeCode] : []));
  const communes = new Map((await listCommunes(work.tx, codes)).map((row) => [row.code, row]));
  return schools
    .filter((school) => school.fictitious)
    .map((school) => ({ school, commune: communes.get(school.communeCode ?? "") }))
    .filter(({ school, commune }) =>
      isInPerimeter(document, schoolFactsOf(school, commune, document.perimeter.kinds)),
    );
}

export type Filling = {
  readonly campaign: CampaignRow;
  readonly applicant: Applicant;
  /** From 0 to 1: how far along the school is. */
  readonly quality: number;
  readonly createdAt: Date;
  readonly proof: StoredSample;
  /** Keeps only the answers of these sections; all when left out. */
  readonly sections?: readonly string[];
};

/** Creates an application with plausible answers and proofs, journaled like any other. */
export async function fillApplication(work: Work, filling: Filling): Promise<ApplicationRow> {
  const { campaign, applicant, quality, createdAt, proof } = filling;
  const { school, commune } = applicant;
  const at = { ...work, now: createdAt };
  const application = await insertApplication(
    work.tx,
    {
      campaignId: campaign.id,
      applicantKind: "school",
      applicantCode: school.uai,
      createdBy: work.actor.personId,
      createdAt,
    },
    [school.uai],
  );
  if (!application) throw new Error(`Candidature déjà créée pour ${school.uai}`);
  const compiled = compiledOf(campaign);
  const document = documentOf(campaign);
  const attach = async (question: Question): Promise<AnswerValue> => {
    const { name, mediaType, size, sha256 } = proof;
    const file = { id: randomUUID(), name, mediaType, size, sha256 };
    await keepContentRow(work.tx, sha256, { isScanned: false, at: createdAt });
    await insertProof(work.tx, {
      ...file,
      applicationId: application.id,
      questionId: question.id,
      addedBy: work.actor.personId,
      addedAt: createdAt,
    });
    return [file];
  };
  const drawn = await sampleAnswers({
    compiled,
    school: schoolFactsOf(school, commune, document.perimeter.kinds),
    quality,
    draw: drawFrom(`${campaign.slug} ${school.uai}`),
    year: createdAt.getUTCFullYear() - 1,
    attach,
  });
  const kept = new Set(
    document.questionnaire.sections
      .filter(({ id }) => filling.sections?.includes(id) ?? true)
      .flatMap((section) => section.questions.map((question) => question.id)),
  );
  const answers = Object.entries(drawn).filter(([questionId]) => kept.has(questionId));
  await insertAnswers(
    work.tx,
    answers.map(([questionId, value]) => ({
      applicationId: application.id,
      questionId,
      value,
      updatedBy: work.actor.personId,
      updatedAt: createdAt,
    })),
  );
  await record(at, {
    on: { kind: "application", id: application.id },
    action: "application.created",
    after: { campaign: campaign.slug, uais: [school.uai], answers: Object.fromEntries(answers) },
  });
  return application;
}

/** Submits a filled application at an instant of the story, if it is complete; says whether it was. */
export async function submitAt(work: Work, id: string, instant: Date): Promise<boolean> {
  const found = await findApplication(work.tx, everywhere, id);
  if (!found) throw new Error(`Candidature introuvable : ${id}`);
  const file = await evaluateFile(work, found);
  if (!file.evaluation.isComplete) return false;
  const submitter = { id: work.actor.personId, name: work.actor.name, role: "head" };
  await writeSubmission({ ...work, now: instant }, file, { submitter, instant });
  return true;
}
