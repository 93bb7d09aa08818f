import type { ProofLine } from "~/features/proofs/proof-view.server";
import { paths } from "~/paths";

export type ProofAnswer =
  | { readonly ok: true; readonly proofs: readonly ProofLine[] }
  | { readonly ok: false; readonly message: string };

const unreachable =
  "Le fichier n’a pas été envoyé : la connexion est interrompue. Vérifiez-la, puis choisissez-le à nouveau.";
const signedOut = "Votre session a expiré. Reconnectez-vous, puis choisissez le fichier à nouveau.";

/** Sends one file to a question, telling how much is gone; gives the question's files after it. */
export function sendFile(
  applicationId: string,
  questionId: string,
  file: File,
  onProgress: (sent: number, total: number) => void,
): Promise<ProofAnswer> {
  const form = new FormData();
  form.set("question", questionId);
  form.set("fichier", file);
  onProgress(0, file.size);
  // XMLHttpRequest, for `fetch` tells nothing of what was sent.
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", paths.proofs(applicationId));
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.min(loaded, total), total);
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, message: unreachable });
    request.send(form);
  });
}

/** Removes one file; gives the files of its question that stay. */
export async function removeFile(applicationId: string, proofId: string): Promise<ProofAnswer> {
  const form = new FormData();
  form.set("retirer", proofId);
  try {
    const response = await fetch(paths.proofs(applicationId), { method: "POST", body: form });
    return readAnswer(response.status, await response.text());
  } catch {
    return { ok: false, message: unreachable };
  }
}

/** The files of an application as they stand now; undefined when that cannot be known. */
export async function readFiles(applicationId: string): Promise<readonly ProofLine[] | undefined> {
  try {
    const response = await fetch(paths.proofs(applicationId));
    const answer = readAnswer(response.status, await response.text());
    return answer.ok ? answer.proofs : undefined;
  } catch {
    return undefined;
  }
}

function readAnswer(status: number, text: string): ProofAnswer {
  if (status === 401) return { ok: false, message: signedOut };
  try {
    const said = JSON.parse(text) as { proofs?: ProofLine[]; message?: string };
    if (said.proofs) return { ok: true, proofs: said.proofs };
    return { ok: false, message: said.message ?? unreachable };
  } catch {
    return { ok: false, message: unreachable };
  }
}
