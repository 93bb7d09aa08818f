import { type Scope, scopeFor } from "~/domain/access/permissions";
import { outcomesOf } from "~/domain/jury/decision-scale";
import { evaluate } from "~/domain/maturity/evaluate";
import {
  examinedInput,
  readExaminedFile,
} from "~/features/examine-applications/read-examined-file.server";
import {
  axisScores,
  levelReasons,
  questionNames,
} from "~/features/examine-applications/score-comparison";
import { paths } from "~/paths";
import { findApplication } from "~db/repositories/applications.server";
import { findExamination } from "~db/repositories/corrections.server";
import { findProposal, listJuryFiles } from "~db/repositories/jury.server";
import type { Work } from "~db/work.server";
import { describeSession } from "./jury-view.server";

/** One file before the jury, beside its session; undefined out of the scope or of the session. */
export async function juryFileView(
  work: Work,
  scope: Scope,
  { slug, id }: { readonly slug: string; readonly id: string },
) {
  const file = await readExaminedFile(work, scope, id);
  if (!file || file.campaign.slug !== slug) return undefined;
  const rows = await listJuryFiles(work.tx, scope, file.campaign.id);
  const session = describeSession(work, file.campaign, rows);
  const band = session.bands.find(({ files }) => files.some((row) => row.id === id));
  const ranked = band?.files.find((row) => row.id === id);
  if (!band || !ranked) return undefined;
  const declared = evaluate(file.compiled, file.declared);
  const examined = evaluate(file.compiled, examinedInput(file, file.corrections));
  const nameOf = questionNames(file.document);
  const examination = await findExamination(work.tx, id);
  const proposal = await findProposal(work.tx, id);
  const reading = scopeFor(work.actor, "examination.read");
  const mayReadAnswers = reading.length > 0 && Boolean(await findApplication(work.tx, reading, id));
  const proposing = scopeFor(work.actor, "jury.propose");
  const mayPropose = proposing.length > 0 && Boolean(await findApplication(work.tx, proposing, id));
  return {
    session: { ...session, canPropose: session.canPropose && mayPropose },
    id,
    band: band.band,
    rank: ranked.rank,
    school: { uai: ranked.uai, name: ranked.name, commune: ranked.communeName },
    pupils: file.schools[0]?.pupils ?? null,
    declared: { score: ranked.declaredScore, level: ranked.declaredLevel },
    examined: { score: ranked.score, level: ranked.level },
    axes: axisScores(file.document, declared, examined),
    levels: levelReasons(file.document, examined),
    outcomes: outcomesOf(file.document),
    corrections: file.corrections.map(({ questionId, reason }) => ({
      question: nameOf(questionId),
      reason,
    })),
    opinion: examination?.opinion ?? null,
    answersTo: mayReadAnswers ? paths.examination(slug, id) : null,
    proposal: proposal
      ? { level: proposal.level, reason: proposal.reason ?? "", version: proposal.version }
      : null,
    followingId: followingId(session, id),
  };
}
export type JuryFileView = NonNullable<Awaited<ReturnType<typeof juryFileView>>>;

/** The next file without a proposal after this one, then from the top; null when all have one. */
function followingId(session: ReturnType<typeof describeSession>, id: string): string | null {
  const files = session.bands.flatMap((band) => band.files);
  const here = files.findIndex((file) => file.id === id);
  const onwards = [...files.slice(here + 1), ...files.slice(0, here)];
  return onwards.find((file) => file.proposedLevel === null)?.id ?? null;
}
