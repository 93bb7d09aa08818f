import type { Scope } from "~/domain/access/permissions";
import { checkFields } from "~/features/forms/check-fields";
import type { FileStore } from "~/features/proofs/file-store";
import { proofRefusalStatus, proofRefusals } from "~/features/proofs/labels";
import { receivedBytes } from "~/features/proofs/received-file.server";
import { frenchText } from "~/ui/format";
import type { Work } from "~db/work.server";
import { askEndorsement } from "./ask-endorsement.server";
import { cancelRequest, resendRequest } from "./change-request.server";
import {
  actRefusals,
  askRefusals,
  removalRefusals,
  sessionRefusals,
  waitingRefusals,
} from "./labels";
import { type RecordActResult, recordAct } from "./record-act.server";
import { removeAct } from "./remove-act.server";
import { type ActsIntent, actFileLimits, actSchema, askSchema, requestSchema } from "./schemas";

export type ActsFormResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" }
  | {
      readonly ok: false;
      readonly reason: "refused";
      readonly status: 409 | 422 | 507;
      readonly errors: Readonly<Record<string, string>>;
    };

type Input = {
  readonly applicationId: string;
  readonly intent: ActsIntent;
  readonly form: FormData;
};

/** Runs the write that a form of the page of acts and opinions asks for. */
export async function handleActsForm(
  work: Work,
  scope: Scope,
  input: Input,
  store: FileStore,
): Promise<ActsFormResult> {
  const { applicationId, intent, form } = input;
  switch (intent) {
    case "acte":
      return writeAct(work, scope, input, store);
    case "retirer": {
      const result = await removeAct(work, scope, applicationId);
      if (result.ok || result.reason === "not-found") return told(result);
      return conflict("acte", removalRefusals[result.reason]);
    }
    case "demander":
      return ask(work, scope, input);
    case "relancer":
    case "annuler": {
      const target = { applicationId, requestId: requestSchema.parse(textsOf(form)).demande };
      const change = intent === "annuler" ? cancelRequest : resendRequest;
      const result = await change(work, scope, target);
      if (result.ok || result.reason === "not-found") return told(result);
      return conflict("avis", waitingRefusals[result.reason]);
    }
    default: {
      const never: never = intent;
      throw new Error(`Formulaire inconnu : ${String(never)}`);
    }
  }
}

async function writeAct(
  work: Work,
  scope: Scope,
  { applicationId, form }: Input,
  store: FileStore,
): Promise<ActsFormResult> {
  const read = checkFields(actSchema, textsOf(form));
  if (!read.ok) return refused(422, read.errors);
  const sent = form.get("fichier");
  // A browser sends an unnamed, empty file for a field left empty.
  const isSent = sent instanceof File && sent.name !== "";
  const file = isSent ? receivedBytes(sent.name, new Uint8Array(await sent.arrayBuffer())) : null;
  return toldAct(await recordAct(work, scope, { applicationId, form: read.data, file }, store));
}

function toldAct(result: RecordActResult): ActsFormResult {
  if (result.ok) return { ok: true };
  switch (result.reason) {
    case "not-found":
      return { ok: false, reason: "not-found" };
    case "no-file":
      return refused(422, { fichier: "Joignez l’acte signé." });
    case "act":
      return conflict("acte", actRefusals[result.refusal]);
    case "session":
      return refused(422, { date: sessionRefusals[result.refusal] });
    case "file": {
      const { reason, name } = result.refused;
      const message = frenchText(proofRefusals[reason](name, actFileLimits));
      return refused(proofRefusalStatus(reason), { fichier: message });
    }
    default: {
      const never: never = result;
      throw new Error(`Refus inconnu : ${String(never)}`);
    }
  }
}

async function ask(
  work: Work,
  scope: Scope,
  { applicationId, form }: Input,
): Promise<ActsFormResult> {
  const read = checkFields(askSchema, textsOf(form));
  if (!read.ok) return refused(422, read.errors);
  const result = await askEndorsement(work, scope, { applicationId, form: read.data });
  if (result.ok || result.reason === "not-found") return told(result);
  return conflict("avis", askRefusals[result.reason]);
}

const textsOf = (form: FormData) =>
  Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === "string"));

const told = (
  result: { readonly ok: true } | { readonly ok: false; readonly reason: "not-found" | string },
): ActsFormResult => (result.ok ? { ok: true } : { ok: false, reason: "not-found" });

const refused = (
  status: 409 | 422 | 507,
  errors: Readonly<Record<string, string>>,
): ActsFormResult => ({ ok: false, reason: "refused", status, errors });

/** The state is no longer what the page showed: the message leads to the part of the page that says it. */
const conflict = (part: "acte" | "avis", message: string) => refused(409, { [part]: message });
