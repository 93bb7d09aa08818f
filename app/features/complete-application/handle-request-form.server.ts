import type { Scope } from "~/domain/access/permissions";
import { checkFields } from "~/features/forms/check-fields";
import type { Work } from "~db/work.server";
import { askCompletion } from "./ask-completion.server";
import { cancelCompletion, extendCompletion } from "./change-completion.server";
import { grantReopening, refuseReopening } from "./decide-reopening.server";
import { alreadyDecided, askRefusals } from "./labels";
import {
  askSchema,
  cancelSchema,
  extendSchema,
  grantSchema,
  type RequestIntent,
  reasonName,
  reasonSchema,
  refuseSchema,
} from "./schemas";

export type RequestFormResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" }
  | {
      readonly ok: false;
      readonly reason: "invalid" | "conflict";
      readonly errors: Readonly<Record<string, string>>;
    };

/** Runs the write that a form of the examiner's page of completion asks for. */
export async function handleRequestForm(
  work: Work,
  scope: Scope,
  input: { readonly id: string; readonly intent: RequestIntent; readonly form: FormData },
): Promise<RequestFormResult> {
  const { id: applicationId, intent, form } = input;
  const fields = Object.fromEntries(form.entries());
  switch (intent) {
    case "demander":
      return ask(work, scope, applicationId, form);
    case "prolonger": {
      const read = checkFields(extendSchema, fields);
      if (!read.ok) return { ok: false, reason: "invalid", errors: read.errors };
      const { demande: requestId, echeance: dueOn, version } = read.data;
      return told(
        await extendCompletion(work, scope, { applicationId, requestId, dueOn, version }),
      );
    }
    case "annuler": {
      const read = checkFields(cancelSchema, fields);
      if (!read.ok) return { ok: false, reason: "invalid", errors: read.errors };
      const { demande: requestId, motif: reason, version } = read.data;
      return told(
        await cancelCompletion(work, scope, { applicationId, requestId, reason, version }),
      );
    }
    case "accepter": {
      const read = checkFields(grantSchema, fields);
      if (!read.ok) return { ok: false, reason: "invalid", errors: read.errors };
      const { demande: reopeningId, echeance: dueOn } = read.data;
      return told(await grantReopening(work, scope, { applicationId, reopeningId, dueOn }));
    }
    case "refuser": {
      const read = checkFields(refuseSchema, fields);
      if (!read.ok) return { ok: false, reason: "invalid", errors: read.errors };
      const { demande: reopeningId, motif: reason } = read.data;
      return told(await refuseReopening(work, scope, { applicationId, reopeningId, reason }));
    }
    default: {
      const never: never = intent;
      throw new Error(`Formulaire inconnu : ${String(never)}`);
    }
  }
}

async function ask(
  work: Work,
  scope: Scope,
  applicationId: string,
  form: FormData,
): Promise<RequestFormResult> {
  const fields = Object.fromEntries(form.entries());
  const read = checkFields(askSchema, fields);
  const errors: Record<string, string> = read.ok ? {} : { ...read.errors };
  const chosen = new Set(form.getAll("question").map(String));
  const questions = [...chosen].map((questionId) => {
    const name = reasonName(questionId);
    const reason = reasonSchema.safeParse(fields[name] ?? "");
    if (!reason.success) errors[name] = reason.error.issues[0]?.message ?? "";
    return { questionId, reason: reason.data ?? "" };
  });
  if (chosen.size === 0) errors.questions = askRefusals["no-question"];
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, reason: "invalid", errors };
  const { echeance: dueOn, message } = read.data;
  return told(await askCompletion(work, scope, { applicationId, questions, dueOn, message }));
}

function told(
  result: Awaited<
    ReturnType<typeof askCompletion | typeof cancelCompletion | typeof refuseReopening>
  >,
): RequestFormResult {
  if (result.ok) return { ok: true };
  const { reason } = result;
  switch (reason) {
    case "not-found":
      return { ok: false, reason };
    case "already-decided":
      return { ok: false, reason: "conflict", errors: { contenu: alreadyDecided } };
    case "due-too-early":
    case "due-too-late":
      return { ok: false, reason: "invalid", errors: { echeance: askRefusals[reason] } };
    case "no-question":
      return { ok: false, reason: "invalid", errors: { questions: askRefusals[reason] } };
    default:
      return { ok: false, reason: "conflict", errors: { contenu: askRefusals[reason] } };
  }
}
