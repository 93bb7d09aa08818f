/** One field of a sent form; several may bear one name, so its place tells them apart. */
export type PostedField = { readonly place: string; readonly name: string; readonly value: string };

/** A form as it was sent: enough to send it again, files and passwords apart. */
export type PostedForm = {
  readonly action: string;
  readonly fields: readonly PostedField[];
  /** Files cannot be given back by a page: the person has to choose them again. */
  readonly hasFiles: boolean;
};

/** Reads a sent form; undefined where a password is in it, which no page ever gives back. */
export function readPostedForm(action: string, form: FormData): PostedForm | undefined {
  const entries = [...form];
  if (entries.length === 0 || entries.some(([name]) => /password/i.test(name))) return undefined;
  return {
    action,
    fields: entries.flatMap(([name, value], index) =>
      typeof value === "string" ? [{ place: `${index}`, name, value }] : [],
    ),
    hasFiles: entries.some(([, value]) => typeof value !== "string" && value.size > 0),
  };
}
