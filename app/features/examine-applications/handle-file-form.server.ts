import type { z } from "zod";
import type { Scope } from "~/domain/access/permissions";
import type { FormEntries } from "~/domain/questionnaire/parse-form-answer";
import { checkFields } from "~/features/forms/check-fields";
import type { Work } from "~db/work.server";
import { closeExamination } from "./close-examination.server";
import { type CorrectCriterionResult, correctCriterion } from "./correct-criterion.server";
import { reviewRefusals } from "./labels";
import { removeCorrection } from "./remove-correction.server";
import { reopenExamination } from "./reopen-examination.server";
import {
  closingSchema,
  correctionSchema,
  type fileIntents,
  removalSchema,
  reopeningSchema,
} from "./schemas";
import { startExamination } from "./start-examination.server";

export type FileIntent = (typeof fileIntents)[number];

/** Messages by field id, `form` for the whole; `not-found` when the file is not this person's. */
export type FileFormResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" }
  | {
      readonly ok: false;
      readonly reason: "invalid" | "conflict";
      readonly errors: Record<string, string>;
    };

/** Runs the write that a form of the file page asks for. */
export async function handleFileForm(
  work: Work,
  scope: Scope,
  form: { readonly id: string; readonly intent: FileIntent; readonly entries: FormEntries },
): Promise<FileFormResult> {
  const { id: applicationId, intent, entries } = form;
  switch (intent) {
    case "commencer":
      return told(await startExamination(work, scope, applicationId));
    case "corriger":
      return parsed(correctionSchema, entries, async ({ question, motif, version }) =>
        told(
          await correctCriterion(work, scope, {
            applicationId,
            questionId: question,
            reason: motif,
            version,
            entries,
          }),
        ),
      );
    case "retirer":
      return parsed(removalSchema, entries, async ({ question, version }) =>
        told(await removeCorrection(work, scope, { applicationId, questionId: question, version })),
      );
    case "clore":
      return parsed(closingSchema, entries, async ({ avis, version }) =>
        told(await closeExamination(work, scope, { applicationId, opinion: avis, version })),
      );
    case "rouvrir": {
      const result = await parsed(reopeningSchema, entries, async ({ motif }) =>
        told(await reopenExamination(work, scope, { applicationId, reason: motif })),
      );
      return renamed(result, "motif", "motif-reouverture");
    }
    default: {
      const never: never = intent;
      throw new Error(`Formulaire inconnu : ${String(never)}`);
    }
  }
}

async function parsed<S extends z.ZodType>(
  schema: S,
  entries: FormEntries,
  run: (data: z.infer<S>) => Promise<FileFormResult>,
): Promise<FileFormResult> {
  const read = checkFields(schema, Object.fromEntries(entries));
  if (read.ok) return run(read.data);
  return { ok: false, reason: "invalid", errors: { ...read.errors } };
}

type Outcome = Exclude<CorrectCriterionResult, { ok: true }> | { readonly ok: true };

function told(outcome: Outcome): FileFormResult {
  if (outcome.ok) return { ok: true };
  switch (outcome.reason) {
    case "not-found":
      return { ok: false, reason: "not-found" };
    case "invalid":
      return { ok: false, reason: "invalid", errors: { valeur: outcome.message } };
    case "same-as-declared":
      return {
        ok: false,
        reason: "invalid",
        errors: {
          valeur:
            "Indiquez une valeur différente de celle déclarée, ou retirez la correction pour retenir celle-ci.",
        },
      };
    default:
      return { ok: false, reason: "conflict", errors: { form: reviewRefusals[outcome.reason] } };
  }
}

function renamed(result: FileFormResult, from: string, to: string): FileFormResult {
  if (result.ok || result.reason === "not-found" || !result.errors[from]) return result;
  const { [from]: message = "", ...others } = result.errors;
  return { ...result, errors: { ...others, [to]: message } };
}
