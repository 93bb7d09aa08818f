import type { Scope } from "~/domain/access/permissions";
import {
  actRefusal,
  dueDay,
  type PieceRefusal,
  type SessionRefusal,
  sessionRefusal,
} from "~/domain/application/formal-acts";
import { countsAsProof } from "~/domain/proof/scan";
import { deadlineOf } from "~/features/application-file/deadline-of.server";
import { standingAct } from "~/features/application-file/formal-pieces.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import type { FileStore } from "~/features/proofs/file-store";
import { type KeepFileResult, keepFile } from "~/features/proofs/keep-file.server";
import type { ReceivedFile } from "~/features/proofs/received-file.server";
import { parisDay } from "~/ui/format";
import { replaceFormalAct } from "~db/repositories/formal-acts.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { lockPieces, type OpenPieces } from "./open-pieces.server";
import { type ActForm, actFileLimits } from "./schemas";
import { sealSupplement } from "./seal-supplement.server";

export type RecordActResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "no-file" }
  | { readonly ok: false; readonly reason: "act"; readonly refusal: PieceRefusal }
  | { readonly ok: false; readonly reason: "session"; readonly refusal: SessionRefusal }
  | { readonly ok: false; readonly reason: "file"; readonly refused: Refused };
type Refused = Extract<KeepFileResult, { ok: false }>;

/**
 * Records the act of the board or council, in the place of the one that stood. Without a new file, the former
 * one serves: a number is corrected without sending it again. Once submitted, the act is sealed as it comes.
 */
export async function recordAct(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly form: ActForm;
    readonly file: ReceivedFile | null;
  },
  store: FileStore,
): Promise<RecordActResult> {
  const { applicationId, form } = input;
  const open = await lockPieces(work, scope, applicationId);
  if (!open) return { ok: false, reason: "not-found" };
  const { pieces } = open;
  const { status } = open.file.application;
  const refusal = actRefusal(pieces.asked.deliberation, status, standingAct(pieces));
  if (refusal) return { ok: false, reason: "act", refusal };
  const late = sessionRefusal(form.date, await sessionLimits(work, open));
  if (late) return { ok: false, reason: "session", refusal: late };
  const former = pieces.act && countsAsProof(pieces.act) ? pieces.act : null;
  if (!input.file && !former) return { ok: false, reason: "no-file" };
  const kept = input.file ? await keepFile(work, input.file, actFileLimits, store) : null;
  if (kept && !kept.ok) return { ok: false, reason: "file", refused: kept };
  const file = kept?.file ?? former;
  if (!file) return { ok: false, reason: "no-file" };
  const { name, mediaType, size, sha256 } = file;
  const act = await replaceFormalAct(work.tx, {
    applicationId,
    body: pieces.body,
    heldOn: form.date,
    number: form.numero,
    outcome: form.issue,
    ...{ name, mediaType, size, sha256 },
    recordedBy: work.actor.personId,
    recordedAt: work.now,
  });
  const told = ({ id, body, heldOn, number, outcome, sha256: digest }: typeof act) => ({
    ...{ id, body, heldOn, number, outcome },
    sha256: digest,
  });
  await record(work, {
    on: { kind: "application", id: applicationId },
    action: "application.act-recorded",
    before: pieces.act ? told(pieces.act) : undefined,
    after: told(act),
  });
  await sealSupplement(work, { id: applicationId, status });
  return { ok: true };
}

/** From when and until when a session counts for this file. */
async function sessionLimits(work: Work, { file, pieces }: OpenPieces) {
  const { formalActs } = documentOf(file.campaign);
  const { status, submittedAt } = file.application;
  const submittedOn = status === "draft" || !submittedAt ? null : parisDay(submittedAt);
  const { due } = pieces.asked.deliberation;
  const { endsAt } = await deadlineOf(work, file, work.now);
  return {
    today: parisDay(work.now),
    from: formalActs?.sessionAfterOpening ? parisDay(file.campaign.opensAt) : null,
    until: due.kind === "submission" ? parisDay(endsAt) : dueDay(due, submittedOn),
  };
}
