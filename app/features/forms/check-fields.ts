import { z } from "zod";
import { isStorable } from "~/domain/application/storable";

export type FieldErrors = { readonly [field: string]: string };

export type CheckedFields<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly errors: FieldErrors };

const unreadable =
  "Retirez les caractères illisibles de ce texte, souvent venus d’un copier-coller.";

/** Said of a field that its schema has no sentence for: a form never sends it so, a script may. */
export function plainIssue(issue: z.core.$ZodRawIssue): string {
  return issue.input === undefined || issue.input === ""
    ? "Complétez ce champ, puis recommencez."
    : "Cette valeur n’est pas acceptée. Corrigez-la, puis recommencez.";
}

/**
 * Checks the fields of a form against its zod schema: the data, or one French message a field. A text
 * that the database could not keep is refused here, whatever the schema says of it.
 */
export function checkFields<S extends z.ZodType>(
  schema: S,
  fields: Readonly<Record<string, unknown>>,
): CheckedFields<z.infer<S>> {
  const unkept = Object.entries(fields).filter(
    ([name, value]) => typeof value === "string" && !isStorable([name, value]),
  );
  if (unkept.length > 0) {
    return { ok: false, errors: Object.fromEntries(unkept.map(([name]) => [name, unreadable])) };
  }
  const parsed = schema.safeParse(fields, { error: plainIssue });
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    errors[String(path[0] ?? "form")] ??= message;
  }
  return { ok: false, errors: inOrder(errors, schema) };
}

/** In the order of the schema's fields, which is that of the page: rules over several fields come last. */
function inOrder(errors: FieldErrors, schema: z.ZodType): FieldErrors {
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const rankOf = (name: string) => {
    const rank = fields.indexOf(name);
    return rank === -1 ? fields.length : rank;
  };
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => rankOf(a) - rankOf(b)));
}
