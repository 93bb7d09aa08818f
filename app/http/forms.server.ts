import type { z } from "zod";
import { checkFields, type FieldErrors } from "~/features/forms/check-fields";

export type FormErrors = FieldErrors;

export type ParsedForm<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly errors: FormErrors; readonly values: Record<string, string> };

/** A body is read once; its requests (Remix makes several of one) share its stream. */
const formsRead = new WeakMap<ReadableStream, Promise<FormData>>();

/** Reads a form's fields; a body that is no form counts as an empty one. */
export function readForm(request: Request): Promise<FormData> {
  const { body } = request;
  const form = (body && formsRead.get(body)) ?? request.formData().catch(() => new FormData());
  if (body) formsRead.set(body, form);
  return form;
}

/** Fields that hold a password, typed once or again. */
const secretFields: ReadonlySet<string> = new Set(["password", "confirmation"]);

/**
 * Checks a form against its zod schema: the data, or one message a field with every value typed,
 * so that nothing is lost. Passwords are never given back.
 */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData): ParsedForm<z.infer<S>> {
  const values = textFields(form);
  const checked = checkFields(schema, values);
  if (checked.ok) return checked;
  const kept = Object.entries(values).filter(([name]) => !secretFields.has(name));
  return { ok: false, errors: checked.errors, values: Object.fromEntries(kept) };
}

/** The text fields of a form, the last of each name. */
export function textFields(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  return values;
}

/** An address of this site to go back to; anything else becomes `fallback`. */
export function safeReturn(value: FormDataEntryValue | string | null, fallback: string): string {
  if (typeof value !== "string" || !value.startsWith("/") || /^\/[/\\]/.test(value))
    return fallback;
  return URL.canParse(value, "http://localhost") &&
    new URL(value, "http://localhost").origin === "http://localhost"
    ? value
    : fallback;
}
