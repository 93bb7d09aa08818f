/** The words of a mail, in which `{{name}}` stands for what each sending fills in; no subject: not its own. */
export type MailTemplate = {
  readonly subject: string | null;
  readonly body: string;
};

/** What a template of some kind may name, and must. */
export type TemplateVariables = Readonly<Record<string, { readonly isRequired: boolean }>>;

/** Characters of each part. */
export const longestSubject = 150;
export const longestBody = 5000;

export type TemplateIssue =
  | { readonly field: "subject" | "body"; readonly reason: "empty" | "too-long" | "stray-brace" }
  | { readonly field: "subject"; readonly reason: "several-lines" }
  | {
      readonly field: "subject" | "body";
      readonly reason: "unknown-variable";
      readonly name: string;
    }
  | { readonly field: "body"; readonly reason: "missing-variable"; readonly name: string };

const variable = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * What keeps a template from being used: an empty or long part, a subject on several lines, a variable that
 * its mail does not have, one that its body must hold and does not, a brace that closes or opens nothing.
 */
export function templateIssues(
  { subject, body }: MailTemplate,
  variables: TemplateVariables,
): TemplateIssue[] {
  const issues: TemplateIssue[] = [];
  if (subject !== null) {
    issues.push(...partIssues("subject", subject, longestSubject, variables));
    if (/[\r\n]/.test(subject)) issues.push({ field: "subject", reason: "several-lines" });
  }
  issues.push(...partIssues("body", body, longestBody, variables));
  const named = new Set(namesIn(body));
  for (const [name, { isRequired }] of Object.entries(variables)) {
    if (isRequired && !named.has(name)) {
      issues.push({ field: "body", reason: "missing-variable", name });
    }
  }
  return issues;
}

function partIssues(
  field: "subject" | "body",
  text: string,
  longest: number,
  variables: TemplateVariables,
): TemplateIssue[] {
  if (text.trim() === "") return [{ field, reason: "empty" }];
  if (text.length > longest) return [{ field, reason: "too-long" }];
  const unknown = namesIn(text).filter((name) => !Object.hasOwn(variables, name));
  const issues: TemplateIssue[] = [...new Set(unknown)].map((name) => ({
    field,
    reason: "unknown-variable",
    name,
  }));
  if (/\{\{|\}\}/.test(text.replace(variable, ""))) issues.push({ field, reason: "stray-brace" });
  return issues;
}

const namesIn = (text: string): string[] =>
  [...text.matchAll(variable)].map(([, name = ""]) => name);

/**
 * A text with its variables filled in, once: what a value holds is never read as a variable. A line made of
 * variables that are all empty goes, and so do blank lines beyond one. `say` is applied to the words of the
 * template, not to the values.
 */
export function fillTemplate(
  text: string,
  values: Readonly<Record<string, string>>,
  say: (words: string) => string = (words) => words,
): string {
  return text
    .split(/\r?\n/)
    .flatMap((line) => {
      const filled = fillLine(line, values, say);
      const isOnlyVariables = line.trim() !== "" && line.replace(variable, "").trim() === "";
      return isOnlyVariables && filled.trim() === "" ? [] : [filled];
    })
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function fillLine(
  line: string,
  values: Readonly<Record<string, string>>,
  say: (words: string) => string,
): string {
  // One character that no text holds stands for each variable while the words are set.
  const found: string[] = [];
  const words = line.replace(variable, (_whole, name: string) => {
    found.push(Object.hasOwn(values, name) ? (values[name] ?? "") : "");
    return "\u0000";
  });
  let rank = 0;
  return say(words).replaceAll("\u0000", () => found[rank++] ?? "");
}
