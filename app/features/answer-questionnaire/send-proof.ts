import { paths } from "~/paths";
import { type ProofAnswer, readAnswer, type SendingFile, unreachable } from "./ask-proofs";

/** Bytes up to which a file goes in one request: a lost one costs little. */
const sentAtOnce = 1024 * 1024;

/** Sends one file to a question, telling how much is gone; gives the question's files after it. */
export async function sendFile(sending: SendingFile): Promise<ProofAnswer> {
  const { file, onProgress } = sending;
  onProgress({ sent: 0, total: file.size, isInterrupted: false });
  if (file.size <= sentAtOnce) return sendAtOnce(sending);
  try {
    const { sendByPieces } = await import("./send-by-pieces");
    return await sendByPieces(sending);
  } catch {
    // The script itself could not be had.
    return { ok: false, message: unreachable };
  }
}

function sendAtOnce({
  applicationId,
  questionId,
  file,
  onProgress,
  signal,
}: SendingFile): Promise<ProofAnswer> {
  const form = new FormData();
  form.set("question", questionId);
  form.set("fichier", file);
  // XMLHttpRequest, for `fetch` tells nothing of what was sent.
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", paths.proofs(applicationId));
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ sent: Math.min(loaded, total), total, isInterrupted: false });
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, message: unreachable });
    request.onabort = () => resolve({ ok: false, message: "" });
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
