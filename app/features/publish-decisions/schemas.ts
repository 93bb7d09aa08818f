import { z } from "zod";
import { isStorable } from "~/domain/application/storable";
import { type ActKind, actKinds } from "~/domain/jury/vocabulary";

/** A deciding authority as the form shows it. */
export type FormAuthority = {
  readonly id: string;
  readonly actKinds: readonly ActKind[];
  /** False when no school of the publication is its to decide: its act may be left empty. */
  readonly isConcerned: boolean;
};

export type ActForm = {
  readonly authorityId: string;
  readonly signatory: string;
  readonly kind: ActKind;
  readonly number: string;
  /** YYYY-MM-DD */
  readonly signedOn: string;
};

/** Names of the four fields of one authority's act. */
export function actFields(authorityId: string) {
  return {
    signatory: `signataire.${authorityId}`,
    kind: `nature.${authorityId}`,
    number: `numero.${authorityId}`,
    signedOn: `date.${authorityId}`,
  } as const;
}

const line = (ask: string, most: number) =>
  z
    .string({ error: ask })
    .trim()
    .min(1, ask)
    .max(most, `Raccourcissez ce texte : ${most} caractères au plus.`)
    .refine(isStorable, "Retirez les caractères illisibles de ce texte.");

const kindSchema = z.enum(actKinds, { error: "Choisissez la nature de l’acte." });

/** A day that exists (30 February does not). */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function daySchema(today: string) {
  const ask = "Indiquez la date de signature de l’acte, sous la forme jour, mois, année.";
  return z
    .string({ error: ask })
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}$/, ask)
    .refine(isDay, ask)
    .refine((day) => day >= "2000-01-01", ask)
    .refine(
      (day) => day <= today,
      "Indiquez une date passée ou celle d’aujourd’hui : l’acte est signé.",
    );
}

/**
 * The form that records the acts, one for each deciding authority of the campaign: flat field names,
 * so that each message finds its field. `today` is the day in Paris, after which no act is signed.
 */
export function actsSchema(authorities: readonly FormAuthority[], today: string) {
  return z.record(z.string(), z.string()).transform((values, context): ActForm[] =>
    authorities.flatMap((authority) => {
      const names = actFields(authority.id);
      const written = [names.signatory, names.number, names.signedOn];
      const isBlank = written.every((name) => !values[name]?.trim());
      if (isBlank && !authority.isConcerned) return [];
      const parts = [
        [names.signatory, line("Indiquez qui signe l’acte.", 120)],
        [
          names.kind,
          kindSchema.refine(
            (kind) => authority.actKinds.includes(kind),
            "Choisissez une nature d’acte que cette autorité prend.",
          ),
        ],
        [names.number, line("Indiquez le numéro de l’acte.", 60)],
        [names.signedOn, daySchema(today)],
      ] as const;
      const checked = parts.map(([name, schema]) => {
        const parsed = schema.safeParse(values[name]);
        if (parsed.success) return parsed.data;
        const message = parsed.error.issues[0]?.message ?? "Complétez ce champ.";
        context.addIssue({ code: "custom", path: [name], message });
        return "";
      });
      const [signatory = "", kind = "", number = "", signedOn = ""] = checked;
      return [{ authorityId: authority.id, signatory, kind: kind as ActKind, number, signedOn }];
    }),
  );
}
