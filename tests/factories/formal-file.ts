import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { askEndorsement } from "~/features/formal-acts/ask-endorsement.server";
import { recordAct } from "~/features/formal-acts/record-act.server";
import type { FileStore } from "~/features/proofs/file-store";
import { receivedBytes } from "~/features/proofs/received-file.server";
import { parisDay } from "~/ui/format";
import { listMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";

/** A store that keeps everything and gives nothing back. */
export const looseStore: FileStore = {
  isScanned: false,
  keep: async () => ({ ok: true }),
  read: async () => ({ ok: false, reason: "missing" }),
  remove: async () => undefined,
};

/** A store whose files wait for an antivirus. */
export const scannedStore: FileStore = { ...looseStore, isScanned: true };

export const actFile = (text = "acte", name = "acte.pdf") =>
  receivedBytes(name, new TextEncoder().encode(`%PDF-1.7\n${text}`));

export const writes = (actor: Actor) => scopeFor(actor, "application.answer");

/** Records an adopted act of today on an application, unless told otherwise. */
export function recordOn(
  work: Work,
  applicationId: string,
  form: {
    readonly date?: string;
    readonly numero?: string;
    readonly issue?: "adopted" | "rejected";
  } = {},
  file: ReturnType<typeof actFile> | null = actFile(),
  store: FileStore = looseStore,
) {
  const full = { date: parisDay(work.now), numero: "2026-14", issue: "adopted", ...form } as const;
  return recordAct(work, writes(work.actor), { applicationId, form: full, file }, store);
}

export const contact = {
  collectivite: "Aveyron (département)",
  contact: "Direction de l’éducation",
  courriel: "education@departement.exemple.fr",
};

export function askFor(work: Work, applicationId: string) {
  return askEndorsement(work, writes(work.actor), { applicationId, form: contact });
}

/** The tokens of the links that were sent to a contact, the newest first. */
export async function sentTokens(work: Work): Promise<string[]> {
  const mails = await listMails(work.tx, 200);
  return mails
    .filter(({ kind }) => kind === "endorsement.asked")
    .flatMap(({ body }) => /\/avis\/(\S+)/.exec(body)?.[1] ?? []);
}
