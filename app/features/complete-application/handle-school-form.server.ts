import type { Scope } from "~/domain/access/permissions";
import type { Arrival } from "~/domain/application/arrival";
import { checkFields } from "~/features/forms/check-fields";
import { paths } from "~/paths";
import type { Work } from "~db/work.server";
import { askReopening, takeBackReopening } from "./ask-reopening.server";
import { alreadyDecided, askReopeningRefusals, sendRefusals } from "./labels";
import { reopeningSchema, type SchoolIntent } from "./schemas";
import { sendCompletion } from "./send-completion.server";

export type SchoolFormResult =
  /** `to` is the page that says what was done. */
  | { readonly ok: true; readonly to: string }
  | { readonly ok: false; readonly reason: "not-found" | "not-legal-applicant" }
  | {
      readonly ok: false;
      readonly reason: "invalid" | "conflict";
      readonly errors: Readonly<Record<string, string>>;
    };

type Input = {
  readonly applicationId: string;
  readonly intent: SchoolIntent;
  readonly form: FormData;
  /** When the request arrived: the due day is judged by it. */
  readonly arrival: Arrival;
};

/** Runs the write that a form of the school's page of completion asks for. */
export async function handleSchoolForm(
  work: Work,
  scope: Scope,
  input: Input,
): Promise<SchoolFormResult> {
  switch (input.intent) {
    case "transmettre":
      return send(work, scope, input);
    case "rouvrir":
      return ask(work, scope, input);
    case "abandonner":
      return takeBack(work, scope, input);
    default: {
      const never: never = input.intent;
      throw new Error(`Formulaire inconnu : ${String(never)}`);
    }
  }
}

async function send(
  work: Work,
  scope: Scope,
  { applicationId, form, arrival }: Input,
): Promise<SchoolFormResult> {
  const result = await sendCompletion(work, scope, {
    applicationId,
    requestId: String(form.get("demande") ?? ""),
    declared: form.get("declaration") === "oui",
    arrival,
  });
  if (result.ok) {
    return {
      ok: true,
      to: `${paths.receipt(applicationId)}${result.isNew ? "?transmise=oui" : ""}`,
    };
  }
  const { reason } = result;
  if (reason === "not-found" || reason === "not-legal-applicant") return { ok: false, reason };
  return { ok: false, reason: "invalid", errors: { declaration: sendRefusals[reason] } };
}

async function ask(
  work: Work,
  scope: Scope,
  { applicationId, form }: Input,
): Promise<SchoolFormResult> {
  const read = checkFields(reopeningSchema, Object.fromEntries(form.entries()));
  if (!read.ok) return { ok: false, reason: "invalid", errors: read.errors };
  const result = await askReopening(work, scope, { applicationId, reason: read.data.motif });
  if (result.ok) return { ok: true, to: `${paths.completion(applicationId)}?demande=transmise` };
  const { reason } = result;
  if (reason === "not-found" || reason === "not-legal-applicant") return { ok: false, reason };
  return { ok: false, reason: "conflict", errors: { motif: askReopeningRefusals[reason] } };
}

async function takeBack(
  work: Work,
  scope: Scope,
  { applicationId, form }: Input,
): Promise<SchoolFormResult> {
  const reopeningId = String(form.get("demande") ?? "");
  const result = await takeBackReopening(work, scope, { applicationId, reopeningId });
  if (result.ok) return { ok: true, to: `${paths.completion(applicationId)}?demande=abandonnee` };
  if (result.reason !== "already-decided") return { ok: false, reason: result.reason };
  return { ok: false, reason: "conflict", errors: { contenu: alreadyDecided } };
}
