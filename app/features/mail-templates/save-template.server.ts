import { reachesCampaign } from "~/domain/access/campaign-scope";
import type { Scope } from "~/domain/access/permissions";
import { type MailTemplate, type TemplateIssue, templateIssues } from "~/domain/mail/template";
import type { EditableMailKind } from "~/domain/mail/vocabulary";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { type CampaignRow, findCampaignBySlug } from "~db/repositories/campaigns.server";
import { record } from "~db/repositories/journal.server";
import { findMailTemplate, writeMailTemplate } from "~db/repositories/mail-templates.server";
import type { Work } from "~db/work.server";
import { catalogue } from "./catalogue";

export type SaveTemplateResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-found" | "changed-meanwhile" }
  | {
      readonly ok: false;
      readonly reason: "invalid";
      readonly issues: readonly TemplateIssue[];
    };

export type TemplateToSave = {
  readonly slug: string;
  readonly kind: EditableMailKind;
  /** Null goes back to the original words. */
  readonly own: MailTemplate | null;
  /** The version that was read; 0 where none was written. */
  readonly version: number;
};

/** Writes a campaign's own words for a kind of mail, or goes back to the original ones; journaled with both. */
export async function saveTemplate(
  work: Work,
  scope: Scope,
  { slug, kind, own, version }: TemplateToSave,
): Promise<SaveTemplateResult> {
  const { tx, now, actor } = work;
  const campaign = await findManaged(work, scope, slug);
  if (!campaign) return { ok: false, reason: "not-found" };
  const issues = own ? templateIssues(own, catalogue[kind].variables) : [];
  if (issues.length > 0) return { ok: false, reason: "invalid", issues };
  const before = await findMailTemplate(tx, campaign.id, kind);
  const by = { version, changedBy: actor.personId, changedAt: now };
  if (!(await writeMailTemplate(tx, { campaignId: campaign.id, kind }, own, by))) {
    return { ok: false, reason: "changed-meanwhile" };
  }
  await record(work, {
    on: { kind: "campaign", id: campaign.id },
    action: own ? "mail-template.changed" : "mail-template.reset",
    before: { mail: kind, words: before ?? null },
    after: { mail: kind, words: own },
  });
  return { ok: true };
}

/** A campaign that a scope reaches as a whole, by its address; undefined otherwise. */
export async function findManaged(
  { tx }: Work,
  scope: Scope,
  slug: string,
): Promise<CampaignRow | undefined> {
  const row = await findCampaignBySlug(tx, slug);
  if (!row) return undefined;
  const { partners } = documentOf(row);
  return reachesCampaign(scope, { id: row.id, partners }) ? row : undefined;
}
