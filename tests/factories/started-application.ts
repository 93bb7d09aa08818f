import type { Actor } from "~/domain/access/actor";
import { writeAnswer } from "~db/repositories/answers.server";
import { insertApplication } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import { insertActor } from "./person";
import { insertSchool } from "./school";
import { buildCommuneCampaign, buildSmallCampaign, insertCampaignDocument } from "./small-campaign";

export const completeAnswers: Readonly<Record<string, unknown>> = {
  projet: true,
  resume: "Le numérique au service de tous",
  ent: true,
};

/** Writes answers of an application as they are stored. */
export async function saveAnswers(
  work: Work,
  applicationId: string,
  answers: Readonly<Record<string, unknown>>,
  personId: string,
): Promise<void> {
  for (const [questionId, value] of Object.entries(answers)) {
    const write = { applicationId, questionId, value, baseVersion: 0, personId, at: work.now };
    await writeAnswer(work.tx, write);
  }
}

export type Started = {
  readonly applicationId: string;
  readonly uai: string;
  readonly head: Actor;
};

/** A label draft of a lycée, with every answer unless told otherwise. */
export async function insertStarted(
  work: Work,
  options: {
    readonly rank?: number;
    readonly answers?: Readonly<Record<string, unknown>>;
    readonly campaign?: Record<string, unknown>;
  } = {},
): Promise<Started> {
  const uai = await insertSchool(work, { rank: options.rank ?? 1 });
  const campaign = await insertCampaignDocument(work, buildSmallCampaign(options.campaign));
  const head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: uai }]);
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
  await saveAnswers(work, application.id, options.answers ?? completeAnswers, head.personId);
  return { applicationId: application.id, uai, head };
}

export type StartedCall = {
  readonly applicationId: string;
  readonly uais: readonly string[];
  readonly mayor: Actor;
  readonly directors: readonly Actor[];
  readonly inspector: Actor;
};

/** A commune's complete draft for two écoles, with the people who sign along. */
export async function insertStartedCall(
  work: Work,
  circonscription: string,
  applicants: Readonly<Record<string, unknown>> = {},
): Promise<StartedCall> {
  const plain = buildCommuneCampaign();
  const document = { ...plain, applicants: { ...(plain.applicants as object), ...applicants } };
  const campaign = await insertCampaignDocument(work, document);
  const uais = [];
  const directors = [];
  for (const rank of [51, 52]) {
    const uai = await insertSchool(work, {
      rank,
      kind: "ecole",
      name: `École d’essai ${rank}`,
      circonscriptionCode: circonscription,
    });
    uais.push(uai);
    directors.push(
      await insertActor(work, [{ role: "school-director", scopeKind: "school", scopeCode: uai }]),
    );
  }
  const mayor = await insertActor(work, [
    { role: "mayor", scopeKind: "commune", scopeCode: "12145" },
  ]);
  const inspector = await insertActor(work, [
    { role: "ien", scopeKind: "circonscription", scopeCode: circonscription },
  ]);
  const application = await insertApplication(
    work.tx,
    {
      campaignId: campaign.id,
      applicantKind: "commune",
      applicantCode: "12145",
      createdBy: mayor.personId,
    },
    uais,
  );
  if (!application) throw new Error("Candidature d’essai non créée.");
  await saveAnswers(work, application.id, completeAnswers, mayor.personId);
  return { applicationId: application.id, uais, mayor, directors, inspector };
}
