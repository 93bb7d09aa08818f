import { z } from "zod";
import { authorityFunctions, schoolFunctions } from "~/domain/access/vocabulary";
import { appointmentSchema } from "~/features/school-team/schemas";

/** Values of the choice between the whole file and some of its sections. */
export const entrustings = ["tout", "sections"] as const;

const entrusting = z.enum(entrustings, { error: "Choisissez ce que vous confiez." });
const functionOf = z.enum([...new Set([...schoolFunctions, ...authorityFunctions])], {
  error: "Choisissez une fonction.",
});

const person = appointmentSchema
  .pick({ givenName: true, familyName: true, email: true })
  .extend({ function: functionOf });
export type InvitedPerson = z.infer<typeof person>;

/** The form that invites a person to a file; the sections checked are read beside it. */
export const inviteSchema = person.extend({ entrusting });
export type InviteForm = z.infer<typeof inviteSchema>;

/** The form that changes what a member has. */
export const entrustSchema = z.object({ entrusting });

/** To whom a member's part goes: somebody there, by their membership, or somebody new. */
export const heirSchema = z.object({
  to: z.string({ error: "Choisissez une personne." }).min(1, "Choisissez une personne."),
});
export const newHeirSchema = person;

/** The form that takes somebody out of a file. */
export const removeSchema = z.object({
  reason: z.string().trim().max(500, "Écrivez 500 caractères au plus.").default(""),
});

/** The sections of a posted form: null for the whole file. */
export function sectionsOf(form: FormData, { entrusting: chosen }: { entrusting: string }) {
  return chosen === "tout" ? null : checkedSections(form);
}

/** The sections checked in a form, each once. */
export function checkedSections(form: FormData): string[] {
  const checked = form.getAll("sections").filter((value) => typeof value === "string");
  return [...new Set(checked)];
}
