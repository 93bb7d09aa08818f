import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { askCompletion } from "~/features/complete-application/ask-completion.server";
import { askReopening } from "~/features/complete-application/ask-reopening.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { writeNote } from "~/features/messages/notes.server";
import { proposeLevel } from "~/features/run-jury/propose-level.server";
import type { Work } from "~db/work.server";
import { insertExamined } from "~tests/factories/examined-file";
import {
  buildSmallCampaign,
  inDays,
  insertCampaignDocument,
} from "~tests/factories/small-campaign";
import { insertSubmitted } from "~tests/factories/submitted-file";
import { pdf, send } from "~tests/factories/thread";

type Staff = Readonly<Record<"dane-officer" | "jury-chair", Actor>>;

/** Files of one campaign at every stage of their examination, and a campaign ready to be published. */
export async function sendFiles(work: Work, staff: Staff) {
  const slug = "label-en-cours";
  const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
  const received = await insertSubmitted(work, campaign, { rank: 11, proofs: ["acte"] });
  const started = await insertSubmitted(work, campaign, { rank: 12 });
  const examiner = staff["dane-officer"];
  const scope = scopeFor(examiner, "examination.correct");
  await startExamination({ ...work, actor: examiner }, scope, started.applicationId);
  await askAgain({ ...work, actor: examiner }, received.applicationId);
  const asking = { applicationId: started.applicationId, reason: "Le nombre de postes est faux." };
  const head = { ...work, actor: started.head };
  for (const [author, side] of [
    [received.head, "school"],
    [examiner, "examination"],
  ] as const) {
    const sent = await send(work, author, side, received.applicationId, { files: [pdf()] });
    if (!sent.ok) throw new Error(`Message d’essai refusé : ${sent.reason}`);
  }
  const note = { applicationId: started.applicationId, key: undefined, body: "À vérifier." };
  const noted = await writeNote({ ...work, actor: examiner }, scope, note);
  if (!noted.ok) throw new Error(`Note d’essai refusée : ${noted.reason}`);
  const toChange = await askReopening(head, scopeFor(started.head, "application.submit"), asking);
  if (!toChange.ok) throw new Error(`Modification d’essai refusée : ${toChange.reason}`);
  const examined = await insertExamined(work, campaign, { rank: 13 });
  const proposed = await insertExamined(work, campaign, { rank: 14 });
  const chair = staff["jury-chair"];
  await propose(work, chair, proposed.applicationId);
  await prepareToPublish(work, chair);
  return {
    slug,
    head: received.head,
    ids: [received, started, examined, proposed].map(({ applicationId }) => applicationId),
  };
}

/** A request for completion that waits: its forms and those of the school are shown. */
async function askAgain(work: Work, applicationId: string): Promise<void> {
  const asked = await askCompletion(work, scopeFor(work.actor, "examination.correct"), {
    applicationId,
    questions: [{ questionId: "ent", reason: "À préciser." }],
    dueOn: inDays(7).slice(0, 10),
    message: null,
  });
  if (!asked.ok) throw new Error(`Demande d’essai refusée : ${asked.reason}`);
}

/** A campaign that is closed, and whose every file has a proposal: only its acts are missing. */
async function prepareToPublish(work: Work, chair: Actor): Promise<void> {
  const campaign = await insertCampaignDocument(
    work,
    buildSmallCampaign({
      slug: "label-a-publier",
      calendar: { opensAt: inDays(-30), closesAt: inDays(-2) },
      decidingAuthorities: [
        { id: "rectorat", title: "Rectorat", actKinds: ["arrete"] },
        { id: "region", title: "Région", actKinds: ["deliberation", "arrete"] },
      ],
    }),
  );
  const { applicationId } = await insertExamined(work, campaign, { rank: 15 });
  await propose(work, chair, applicationId);
}

async function propose(work: Work, chair: Actor, applicationId: string): Promise<void> {
  const level = { applicationId, level: 2, reason: "", version: 0 };
  const scope = scopeFor(chair, "jury.propose");
  const done = await proposeLevel({ ...work, actor: chair }, scope, level);
  if (!done.ok) throw new Error(`Proposition d’essai refusée : ${done.reason}`);
}
