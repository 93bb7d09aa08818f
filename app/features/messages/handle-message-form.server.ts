import type { Scope } from "~/domain/access/permissions";
import type { MessageSide } from "~/domain/message/vocabulary";
import { checkFields } from "~/features/forms/check-fields";
import type { FileStore } from "~/features/proofs/file-store";
import { receivedBytes } from "~/features/proofs/received-file.server";
import type { Work } from "~db/work.server";
import { fileRefusal, writeRefusals } from "./labels";
import { readMessages } from "./read-messages.server";
import { messageSchema } from "./schemas";
import { sendMessage } from "./send-message.server";

export type MessageFormResult =
  /** `isDiscreet` asks for no page: the one that is shown stays. */
  | { readonly ok: true; readonly isSent: boolean; readonly isDiscreet: boolean }
  | { readonly ok: false; readonly reason: "not-found" }
  | {
      readonly ok: false;
      readonly reason: "invalid" | "conflict";
      readonly errors: Readonly<Record<string, string>>;
    };

type Scopes = {
  /** Where the thread is read, and where it is written. */
  readonly read: Scope;
  readonly write: Scope;
};

/** Runs the write that a form of a page of messages asks for: a message, or how far it was read. */
export async function handleMessageForm(
  work: Work,
  scopes: Scopes,
  {
    applicationId,
    side,
    form,
  }: { readonly applicationId: string; readonly side: MessageSide; readonly form: FormData },
  store: FileStore,
): Promise<MessageFormResult> {
  const checked = checkFields(messageSchema, Object.fromEntries(form.entries()));
  if (!checked.ok) return { ok: false, reason: "invalid", errors: checked.errors };
  const { data } = checked;
  const { jusque: through } = data;
  const target = { applicationId, side };
  const isRead = () => readMessages(work, scopes.read, { ...target, through });
  if (data.intention === "lu") {
    if (!(await isRead())) return { ok: false, reason: "not-found" };
    return { ok: true, isSent: false, isDiscreet: data.discret === "oui" };
  }
  const files = await Promise.all(
    form
      .getAll("fichiers")
      .filter((entry): entry is File => entry instanceof File && entry.name !== "")
      .map(async (file) => receivedBytes(file.name, new Uint8Array(await file.arrayBuffer()))),
  );
  const sent = await sendMessage(
    work,
    scopes.write,
    { ...target, key: data.cle, body: data.message, files },
    store,
  );
  if (sent.ok) {
    await isRead();
    return { ok: true, isSent: true, isDiscreet: false };
  }
  switch (sent.reason) {
    case "not-found":
      return { ok: false, reason: "not-found" };
    case "file":
      return { ok: false, reason: "invalid", errors: { fichiers: fileRefusal(sent) } };
    default:
      return { ok: false, reason: "conflict", errors: { message: writeRefusals[sent.reason] } };
  }
}
