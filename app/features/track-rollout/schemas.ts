import { z } from "zod";
import { isIsoDate } from "~/domain/expression/dates";
import { rolloutSteps } from "~/domain/rollout/vocabulary";

const mostUnits = 1_000_000;
const wholeNumber = "Indiquez un nombre entier, comme 24.";

const quantity = z
  .string({ error: wholeNumber })
  .transform((text) => text.replace(/[\s\u00a0\u202f]/g, ""))
  .refine((text) => /^\d{1,7}$/.test(text) && Number(text) <= mostUnits, wholeNumber)
  .transform(Number);

const version = z
  .string({ error: "Rechargez cette page, puis recommencez." })
  .regex(/^\d{1,9}$/, "Rechargez cette page, puis recommencez.")
  .transform(Number);

const note = (sentence: string) =>
  z.string({ error: sentence }).trim().max(500, "Écrivez 500 caractères au plus.");

/** The form that records units ordered, delivered or installed. */
export const stepSchema = z.object({
  step: z.enum(rolloutSteps, { error: "Choisissez l’étape à saisir." }),
  quantity,
  occurredOn: z
    .string({ error: "Indiquez la date." })
    .refine(isIsoDate, "Indiquez la date, avec le jour, le mois et l’année."),
  note: note("").default(""),
  version,
});
export type StepForm = z.infer<typeof stepSchema>;

const why = "Expliquez la correction en quelques mots.";

/** The form that gives an event its right quantity, with the reason. */
export const correctionSchema = z.object({
  eventId: z
    .string({ error: "Choisissez la saisie à corriger." })
    .min(1, "Choisissez la saisie à corriger."),
  rightQuantity: quantity,
  reason: note(why).min(1, why),
  correctedVersion: version,
});
export type CorrectionForm = z.infer<typeof correctionSchema>;

/** What was typed in a form that reads well but was refused, so that the page shows it again. */
export function typedAgain(form: StepForm | CorrectionForm): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));
}
