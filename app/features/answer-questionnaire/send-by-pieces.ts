import { type DetailedError, Upload } from "tus-js-client";
import {
  type ProofAnswer,
  readAnswer,
  readFiles,
  type SendingFile,
  uploadsPath,
} from "./ask-proofs";

/** Small enough for the slowest network to end one, and for a proxy that waits for a whole request. */
const pieceSize = 4 * 1024 * 1024;
/** Milliseconds before each try in a row; one that gets some bytes through begins the count again. */
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, ...Array<number>(20).fill(30_000)];

const interrupted =
  "L’envoi est interrompu. Ce qui est arrivé est gardé : choisissez à nouveau ce fichier, l’envoi reprendra où il en était.";

/**
 * Sends a file piece by piece (tus 1.0). A lost connection is tried again for ten minutes; the same file chosen
 * again later, even after the page was left, goes on from what had come.
 */
export function sendByPieces({
  applicationId,
  questionId,
  file,
  onProgress,
  signal,
}: SendingFile): Promise<ProofAnswer> {
  return new Promise((resolve) => {
    const upload = new Upload(file, {
      endpoint: uploadsPath,
      metadata: { application: applicationId, question: questionId, filename: file.name },
      chunkSize: pieceSize,
      retryDelays,
      removeFingerprintOnSuccess: true,
      fingerprint: async () =>
        ["jalons", applicationId, questionId, file.name, file.size, file.lastModified].join("-"),
      onShouldRetry: (error) => {
        const status = statusOf(error);
        const isPassing = status === 0 || status === 409 || status === 423 || status === 503;
        if (isPassing) onProgress({ isInterrupted: true });
        return isPassing;
      },
      onProgress: (sent, total) => onProgress({ sent, total, isInterrupted: false }),
      onSuccess: ({ lastResponse }) => {
        const answer = readAnswer(lastResponse.getStatus(), lastResponse.getBody());
        if (answer.ok) resolve(answer);
        // The end of it was known from an earlier try, whose answer was missed.
        else void filesOf(applicationId, questionId).then(resolve);
      },
      onError: (error) => {
        const status = "originalResponse" in error ? statusOf(error) : 0;
        const body = "originalResponse" in error ? error.originalResponse?.getBody() : undefined;
        resolve(
          status === 0 ? { ok: false, message: interrupted } : readAnswer(status, body ?? ""),
        );
      },
    });
    signal.addEventListener("abort", () => {
      void upload.abort(true).catch(() => undefined);
      resolve({ ok: false, message: "" });
    });
    void upload.findPreviousUploads().then(([known]) => {
      if (signal.aborted) return;
      if (known) upload.resumeFromPreviousUpload(known);
      upload.start();
    });
  });
}

const statusOf = ({ originalResponse }: DetailedError) => originalResponse?.getStatus() ?? 0;

async function filesOf(applicationId: string, questionId: string): Promise<ProofAnswer> {
  const files = await readFiles(applicationId);
  return files
    ? { ok: true, proofs: files.filter((file) => file.questionId === questionId) }
    : { ok: false, message: interrupted };
}
