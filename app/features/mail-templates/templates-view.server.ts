import type { Scope } from "~/domain/access/permissions";
import { fillTemplate, type MailTemplate } from "~/domain/mail/template";
import { type EditableMailKind, editableMailKinds } from "~/domain/mail/vocabulary";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { frenchText } from "~/ui/format";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { listMailTemplates, type MailTemplateLine } from "~db/repositories/mail-templates.server";
import type { Work } from "~db/work.server";
import { catalogue } from "./catalogue";
import { wordsOf } from "./compose-mail";
import { findManaged } from "./save-template.server";

const titleOf = (campaign: CampaignRow) => `${campaign.title} ${documentOf(campaign).edition}`;

const changeOf = (line: MailTemplateLine | undefined) =>
  line ? { at: line.changedAt.toISOString(), by: line.author, isOwn: line.own !== null } : null;

/** Every mail whose words a campaign may change, and where it stands. Undefined out of scope. */
export async function templatesView(work: Work, scope: Scope, slug: string) {
  const campaign = await findManaged(work, scope, slug);
  if (!campaign) return undefined;
  const lines = await listMailTemplates(work.tx, campaign.id);
  return {
    slug,
    title: titleOf(campaign),
    mails: editableMailKinds.map((kind) => ({
      slug: catalogue[kind].slug,
      name: catalogue[kind].name,
      sentWhen: frenchText(catalogue[kind].sentWhen),
      change: changeOf(lines.find((line) => line.kind === kind)),
    })),
  };
}
export type TemplatesView = NonNullable<Awaited<ReturnType<typeof templatesView>>>;

/** The words of one kind of mail in a campaign, with what they would give. Undefined out of scope. */
export async function templateView(
  work: Work,
  scope: Scope,
  { slug, kind }: { readonly slug: string; readonly kind: EditableMailKind },
) {
  const campaign = await findManaged(work, scope, slug);
  if (!campaign) return undefined;
  const line = (await listMailTemplates(work.tx, campaign.id)).find((one) => one.kind === kind);
  const words = wordsOf(kind, line?.own ?? undefined);
  return {
    slug,
    title: titleOf(campaign),
    kindSlug: catalogue[kind].slug,
    name: catalogue[kind].name,
    sentWhen: frenchText(catalogue[kind].sentWhen),
    words,
    version: line?.version ?? 0,
    change: changeOf(line),
    variables: Object.entries(catalogue[kind].variables).map(([name, variable]) => ({
      name,
      meaning: frenchText(variable.meaning),
      isRequired: variable.isRequired,
    })),
    preview: previewOf(kind, words, titleOf(campaign)),
  };
}
export type TemplateView = NonNullable<Awaited<ReturnType<typeof templateView>>>;

/** What some words give, filled in with made-up values and the campaign's own name. */
export function previewOf(
  kind: EditableMailKind,
  { subject, body }: MailTemplate,
  campaign: string,
): MailTemplate {
  const samples = Object.entries(catalogue[kind].variables).map(([name, { sample }]) => [
    name,
    name === "campagne" ? campaign : frenchText(sample),
  ]);
  const values: Readonly<Record<string, string>> = Object.fromEntries(samples);
  return {
    subject: subject === null ? null : fillTemplate(subject, values, frenchText),
    body: fillTemplate(body, values, frenchText),
  };
}
