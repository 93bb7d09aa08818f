import type { Scope } from "~/domain/access/permissions";
import { type MailTemplate, templateIssues } from "~/domain/mail/template";
import type { EditableMailKind } from "~/domain/mail/vocabulary";
import { checkFields } from "~/features/forms/check-fields";
import type { Work } from "~db/work.server";
import { catalogue } from "./catalogue";
import { changedMeanwhile, issueWords } from "./labels";
import { saveTemplate } from "./save-template.server";
import { templateSchema } from "./schemas";
import { previewOf, templateView } from "./templates-view.server";

type Errors = Readonly<Record<string, string>>;

export type TemplateFormResult =
  | { readonly ok: true; readonly done: "enregistre" | "origine" }
  /** What the typed words give; nothing is written. */
  | { readonly ok: true; readonly preview: MailTemplate }
  | { readonly ok: false; readonly reason: "not-found" }
  | { readonly ok: false; readonly reason: "invalid" | "conflict"; readonly errors: Errors };

/** Runs what a form of the page of one mail asks for. */
export async function handleTemplateForm(
  work: Work,
  scope: Scope,
  {
    slug,
    kind,
    form,
  }: { readonly slug: string; readonly kind: EditableMailKind; readonly form: FormData },
): Promise<TemplateFormResult> {
  const checked = checkFields(templateSchema, Object.fromEntries(form.entries()));
  if (!checked.ok) return { ok: false, reason: "invalid", errors: checked.errors };
  const { data } = checked;
  if (data.intention === "origine") {
    return asAnswer(
      await saveTemplate(work, scope, { slug, kind, own: null, version: data.version }),
      "origine",
    );
  }
  const own = {
    subject: catalogue[kind].subject === null ? null : data.objet.trim(),
    body: data.texte.replace(/\r\n/g, "\n").trim(),
  };
  if (data.intention === "enregistrer") {
    return asAnswer(
      await saveTemplate(work, scope, { slug, kind, own, version: data.version }),
      "enregistre",
    );
  }
  const view = await templateView(work, scope, { slug, kind });
  if (!view) return { ok: false, reason: "not-found" };
  const issues = templateIssues(own, catalogue[kind].variables);
  if (issues.length > 0) return { ok: false, reason: "invalid", errors: issueWords(issues) };
  return { ok: true, preview: previewOf(kind, own, view.title) };
}

function asAnswer(
  saved: Awaited<ReturnType<typeof saveTemplate>>,
  done: "enregistre" | "origine",
): TemplateFormResult {
  if (saved.ok) return { ok: true, done };
  switch (saved.reason) {
    case "not-found":
      return { ok: false, reason: "not-found" };
    case "changed-meanwhile":
      return { ok: false, reason: "conflict", errors: { contenu: changedMeanwhile } };
    case "invalid":
      return { ok: false, reason: "invalid", errors: issueWords(saved.issues) };
  }
}
