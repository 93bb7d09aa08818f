import { createHash } from "node:crypto";
import { calendarInstants } from "~/domain/campaign/calendar";
import { canonicalCampaign } from "~/domain/campaign/canonical";
import { parseCampaignDocument } from "~/domain/campaign/parse";
import {
  type CampaignRow,
  findCampaignBySlug,
  insertCampaign,
} from "~db/repositories/campaigns.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";

export type ImportCampaignResult =
  | { readonly ok: true; readonly campaign: CampaignRow; readonly outcome: "created" | "unchanged" }
  | {
      readonly ok: false;
      readonly reason: "faulty";
      readonly faults: readonly { readonly path: string; readonly message: string }[];
    }
  | { readonly ok: false; readonly reason: "slug-taken" };

/** SHA-256, in hexadecimal, of the canonical bytes of a campaign document. */
export function digestOf(canonical: string): string {
  return createHash("sha256").update(canonical).digest("hex");
}

/**
 * Reads a campaign document and stores it, not yet announced. Every fault is given at once, with
 * its path. The same document again changes nothing; another one under a taken slug is refused,
 * since a published questionnaire never changes under an application.
 */
export async function importCampaign(
  work: Work,
  json: unknown,
  options: { readonly isDemonstration?: boolean; readonly announce?: boolean } = {},
): Promise<ImportCampaignResult> {
  const parsed = parseCampaignDocument(json);
  if (!parsed.ok) return { ok: false, reason: "faulty", faults: parsed.faults };
  const { document } = parsed;
  const digest = digestOf(canonicalCampaign(json));
  const existing = await findCampaignBySlug(work.tx, document.slug);
  if (existing) {
    return existing.digest === digest
      ? { ok: true, campaign: existing, outcome: "unchanged" }
      : { ok: false, reason: "slug-taken" };
  }
  const { opensAt, closesAt } = calendarInstants(document.calendar);
  const campaign = await insertCampaign(work.tx, {
    slug: document.slug,
    kind: document.kind,
    title: document.title,
    document: json,
    digest,
    opensAt,
    closesAt,
    isAnnounced: options.announce ?? false,
    isDemonstration: options.isDemonstration ?? false,
  });
  if (!campaign) return { ok: false, reason: "slug-taken" };
  await record(work, {
    on: { kind: "campaign", id: campaign.id },
    action: "campaign.imported",
    after: { slug: document.slug, digest, isAnnounced: campaign.isAnnounced },
  });
  return { ok: true, campaign, outcome: "created" };
}
