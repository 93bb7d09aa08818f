import type { ProofLine } from "~/features/proofs/proof-view.server";
import { paths } from "~/paths";

export type ProofAnswer =
  | { readonly ok: true; readonly proofs: readonly ProofLine[] }
  /** No message when it was given up. */
  | { readonly ok: false; readonly message: string };

/** How far a file is: bytes sent, and whether the connection was lost and is tried again. */
export type SendingProgress = {
  readonly sent?: number;
  readonly total?: number;
  readonly isInterrupted: boolean;
};

export type SendingFile = {
  readonly applicationId: string;
  readonly questionId: string;
  readonly file: File;
  readonly onProgress: (progress: SendingProgress) => void;
  /** Aborted when the person gives the sending up. */
  readonly signal: AbortSignal;
};

/** Where files are sent by pieces. */
export const uploadsPath = "/api/televersements";

/** Said when the network or the service is away. */
export const unreachable =
  "Le fichier n’a pas été envoyé : la connexion est interrompue. Vérifiez-la, puis choisissez-le à nouveau.";
const signedOut = "Votre session a expiré. Reconnectez-vous, puis choisissez le fichier à nouveau.";

/** Removes one file; gives the files of its question that stay. */
export function removeFile(applicationId: string, proofId: string): Promise<ProofAnswer> {
  return ask(applicationId, { retirer: proofId });
}

/** Attaches to a question a file that the application already has. */
export function reuseFile(
  applicationId: string,
  questionId: string,
  proofId: string,
): Promise<ProofAnswer> {
  return ask(applicationId, { question: questionId, reprendre: proofId });
}

/** Gives up an upload that was interrupted; true once the server awaits it no more. */
export async function abandonUpload(id: string): Promise<boolean> {
  try {
    const headers = { "Tus-Resumable": "1.0.0" };
    const { ok, status } = await fetch(`${uploadsPath}/${id}`, { method: "DELETE", headers });
    return ok || status === 404 || status === 410;
  } catch {
    return false;
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

async function ask(
  applicationId: string,
  fields: Readonly<Record<string, string>>,
): Promise<ProofAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const response = await fetch(paths.proofs(applicationId), { method: "POST", body: form });
    return readAnswer(response.status, await response.text());
  } catch {
    return { ok: false, message: unreachable };
  }
}

/** What the server answered of a question's files. */
export function readAnswer(status: number, text: string): ProofAnswer {
  if (status === 401) return { ok: false, message: signedOut };
  try {
    const said = JSON.parse(text) as { proofs?: ProofLine[]; message?: string };
    if (said.proofs) return { ok: true, proofs: said.proofs };
    return { ok: false, message: said.message ?? unreachable };
  } catch {
    return { ok: false, message: unreachable };
  }
}
