import type { z } from "zod";

export type FormErrors = { readonly [field: string]: string };

export type ParsedForm<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly errors: FormErrors; readonly values: Record<string, string> };

/** Reads a form's fields; a body that is no form counts as an empty one. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    return new FormData();
  }
}

/**
 * Checks a form against its zod schema: the data, or one message a field with every value typed,
 * so that nothing is lost. Passwords are never given back.
 */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData): ParsedForm<z.infer<S>> {
  const values = textValues(form);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, data: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    errors[String(issue.path[0] ?? "form")] ??= issue.message;
  }
  const { password: _password, ...kept } = values;
  return { ok: false, errors, values: kept };
}

function textValues(form: FormData): Record<string, string> {
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
