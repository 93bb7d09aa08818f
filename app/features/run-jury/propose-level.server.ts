import type { Scope } from "~/domain/access/permissions";
import { decisionScaleOf, outcomesOf } from "~/domain/jury/decision-scale";
import { canPropose, type ProposalRefusal } from "~/domain/jury/proposal";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { lockApplication, updateApplication } from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import { findProposal, saveProposal } from "~db/repositories/jury.server";
import type { Work } from "~db/work.server";

export type ProposalInput = {
  readonly applicationId: string;
  /** 1 to 3, or 0 for support (accompagnement); without levels, 1 retained, 0 not. */
  readonly level: number;
  readonly reason: string;
  /** Version of the proposal that was read; 0 when there was none. */
  readonly version: number;
};

export type ProposeLevelResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ProposalRefusal | "stale" | "not-found" };

/** Records what the jury proposes for an examined file; a project until the publication. */
export async function proposeLevel(
  work: Work,
  scope: Scope,
  input: ProposalInput,
): Promise<ProposeLevelResult> {
  const file = await lockApplication(work.tx, scope, input.applicationId);
  if (!file) return { ok: false, reason: "not-found" };
  const { application, campaign } = file;
  const reason = input.reason.trim() || null;
  const document = documentOf(campaign);
  const check = canPropose({
    status: application.status,
    publishedAt: campaign.publishedAt,
    scale: decisionScaleOf(document),
    computedLevel: application.examinedLevel ?? 0,
    outcomes: outcomesOf(document),
    level: input.level,
    reason,
  });
  if (!check.ok) return check;
  const before = await findProposal(work.tx, application.id);
  const proposal = { applicationId: application.id, level: input.level, reason };
  const saved = await saveProposal(
    work.tx,
    { ...proposal, proposedBy: work.actor.personId, proposedAt: work.now },
    input.version,
  );
  if (!saved) return { ok: false, reason: "stale" };
  await updateApplication(work.tx, application.id, { status: "proposed" });
  await record(work, {
    on: { kind: "application", id: application.id },
    action: "jury.proposed",
    before: before && { level: before.level, reason: before.reason },
    after: { level: input.level, reason, computedLevel: application.examinedLevel },
  });
  return { ok: true };
}
