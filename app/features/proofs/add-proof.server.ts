import type { Scope } from "~/domain/access/permissions";
import { canWriteSection } from "~/domain/access/section-limits";
import { countsAsProof } from "~/domain/proof/scan";
import type { QuestionOf } from "~/domain/questionnaire/types";
import type { FileFormat } from "~/domain/questionnaire/vocabulary";
import { listQuestions } from "~/domain/questionnaire/walk";
import {
  type OpenApplication,
  openForAnswers,
} from "~/features/answer-questionnaire/open-for-answers.server";
import { lockAnswer, releaseAnswer } from "~db/repositories/answers.server";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { enqueueJob } from "~db/repositories/jobs.server";
import { record } from "~db/repositories/journal.server";
import { insertProof, listProofs, type ProofRow } from "~db/repositories/proofs.server";
import type { Work } from "~db/work.server";
import { detectFormat, mediaTypes } from "./detect-format";
import type { FileStore, KeptContent } from "./file-store";
import type { ProofRefusal } from "./labels";
import type { ReceivedFile } from "./received-file.server";
import { saveFileList } from "./save-file-list.server";

export type AddProofResult =
  | { readonly ok: true; readonly proof: ProofRow }
  | { readonly ok: false; readonly reason: "not-found" | "closed" | "other-section" }
  | {
      readonly ok: false;
      readonly reason: ProofRefusal;
      readonly name: string;
      readonly question: QuestionOf<"file">;
    };

/**
 * Attaches a file to a question of a draft: its size, extension and real content are checked against
 * the question's limits, its bytes kept once by their SHA-256, and the question's answer lists it.
 */
export async function addProof(
  work: Work,
  scope: Scope,
  input: {
    readonly applicationId: string;
    readonly questionId: string;
    readonly file: ReceivedFile;
  },
  store: FileStore,
): Promise<AddProofResult> {
  const open = await openForAnswers(work, scope, input.applicationId);
  if (!open.ok) return open;
  return addProofInto(work, open, input.questionId, input.file, store);
}

/** The same once the application is open: one form may attach several files. */
export async function addProofInto(
  work: Work,
  open: OpenApplication,
  questionId: string,
  file: ReceivedFile,
  store: FileStore,
): Promise<AddProofResult> {
  const placed = placedQuestion(open, questionId);
  const question = placed?.question;
  if (!placed || question?.kind !== "file") return { ok: false, reason: "not-found" };
  if (!canWriteSection(open.application.writable, placed.section.id)) {
    return { ok: false, reason: "other-section" };
  }
  const name = cleanName(file.name);
  const checked = checkFile(question, name, file);
  if (!checked.ok) return { ...checked, name, question };
  const applicationId = open.application.id;
  const target = { applicationId, questionId, personId: work.actor.personId };
  const before = await lockAnswer(work.tx, target);
  const there = (await listProofs(work.tx, applicationId)).filter(
    (proof) => proof.questionId === questionId && countsAsProof(proof),
  );
  const kept = await keepOneMore(store, file, there.length, question.maxFiles);
  if (!kept.ok) {
    await releaseAnswer(work.tx, target);
    return { ...kept, name, question };
  }
  const { isScanned } = store;
  const content = await keepContentRow(work.tx, file.sha256, { isScanned, at: work.now });
  if (content.scan === "infected") {
    await releaseAnswer(work.tx, target);
    return { ok: false, reason: "infected", name, question };
  }
  const proof = await insertProof(work.tx, {
    applicationId,
    questionId,
    name,
    mediaType: mediaTypes[checked.format],
    size: file.size,
    sha256: file.sha256,
    addedBy: work.actor.personId,
    addedAt: work.now,
  });
  await record(work, {
    on: { kind: "proof", id: proof.id },
    action: "proof.added",
    after: { applicationId, questionId, name, size: proof.size, sha256: proof.sha256 },
  });
  await saveFileList(work, target, before);
  if (content.scan === "waiting") await enqueueJob(work.tx, "scan-files", {});
  return { ok: true, proof };
}

async function keepOneMore(
  store: FileStore,
  file: ReceivedFile,
  already: number,
  most: number,
): Promise<KeptContent | { readonly ok: false; readonly reason: "too-many" }> {
  return already >= most ? { ok: false, reason: "too-many" } : store.keep(file);
}

/** A question of an open application, with its section. */
export function placedQuestion({ document }: OpenApplication, questionId: string) {
  return listQuestions(document.questionnaire).find(({ question }) => question.id === questionId);
}

type Check =
  | { readonly ok: true; readonly format: FileFormat }
  | { readonly ok: false; readonly reason: ProofRefusal };

function checkFile(question: QuestionOf<"file">, name: string, file: ReceivedFile): Check {
  if (file.size === 0) return { ok: false, reason: "empty" };
  if (file.size > question.maxBytes) return { ok: false, reason: "too-large" };
  const extension = name.split(".").pop()?.toLowerCase().replace("jpeg", "jpg");
  const named = question.formats.find((format) => format === extension);
  if (!named) return { ok: false, reason: "wrong-format" };
  return detectFormat(file.head, file.tail) === named
    ? { ok: true, format: named }
    : { ok: false, reason: "wrong-content" };
}

/** A file's name without folder, control characters or half characters, its extension kept. */
function cleanName(name: string): string {
  const bare = (name.split(/[/\\]/).pop() ?? "").replace(/[\p{Cc}\p{Cs}]/gu, "").trim();
  if (bare.length <= 120) return bare || "fichier";
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(bare)?.[0] ?? "";
  return `${bare.slice(0, 120 - extension.length)}${extension}`;
}
