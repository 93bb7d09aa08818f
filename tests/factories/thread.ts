import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import type { MessageSide } from "~/domain/message/vocabulary";
import { sendMessage } from "~/features/messages/send-message.server";
import type { FileStore } from "~/features/proofs/file-store";
import { type ReceivedFile, receivedBytes } from "~/features/proofs/received-file.server";
import type { Work } from "~db/work.server";
import { insertActor } from "./person";
import { buildSmallCampaign, insertCampaignDocument } from "./small-campaign";
import { insertSubmitted } from "./submitted-file";

/** A submitted application with who writes on each side of its thread. */
export async function threadStory(work: Work, slug: string, rank: number) {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
  const file = await insertSubmitted(work, campaign, { rank });
  const officer = await insertActor(
    work,
    [{ role: "dane-officer", scopeKind: "academie", scopeCode: "16" }],
    { givenName: "Nadège", familyName: "Pujol", email: `dane-${slug}@exemple.fr` },
  );
  return { ...file, campaign, slug, officer };
}

/** Where each side writes. */
export const writes = (actor: Actor, side: MessageSide) =>
  scopeFor(actor, side === "school" ? "application.answer" : "examination.correct");

/** A store that keeps nothing: for messages without files, or whose bytes nobody reads again. */
export const anyStore: FileStore = {
  isScanned: false,
  keep: async () => ({ ok: true }),
  read: async () => ({ ok: false, reason: "missing" }),
  remove: async () => undefined,
};

export const pdf = (name = "convention.pdf", text = "une convention"): ReceivedFile =>
  receivedBytes(name, new TextEncoder().encode(`%PDF-1.7 ${text}`));

type Sent = {
  readonly body?: string;
  readonly key?: string | undefined;
  readonly files?: readonly ReceivedFile[];
};

/** Sends a message as `actor`, with a key of its own unless one is given. */
export function send(
  work: Work,
  actor: Actor,
  side: MessageSide,
  applicationId: string,
  { body = "Bonjour.", key = randomUUID(), files = [] }: Sent = {},
  store: FileStore = anyStore,
) {
  return sendMessage(
    { ...work, actor },
    writes(actor, side),
    { applicationId, side, key, body, files },
    store,
  );
}
