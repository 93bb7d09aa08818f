import { z } from "zod";

const askInstant = "Indiquez une date et une heure, à l’heure de Paris.";

const localInstant = z
  .string({ error: askInstant })
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, askInstant)
  .transform((value) => (value.length === 16 ? `${value}:00` : value));

const optionalInstant = z
  .union([z.literal("").transform(() => undefined), localInstant], { error: askInstant })
  .optional();

/** The calendar's form: local date-times of Paris, and why they change. */
export const calendarFormSchema = z.object({
  opensAt: localInstant,
  closesAt: localInstant,
  examinationEndsAt: optionalInstant,
  juryAt: optionalInstant,
  publishesAt: optionalInstant,
  reason: z
    .string()
    .trim()
    .min(
      10,
      "Expliquez ce changement en une phrase d’au moins 10 caractères : elle reste au journal.",
    )
    .max(1000, "Limitez le motif à 1 000 caractères."),
  version: z.coerce.number().int().min(1),
});
export type CalendarForm = z.infer<typeof calendarFormSchema>;
