import { campaignPhase } from "~/domain/campaign/calendar";
import { type CompiledCampaign, compileCampaign } from "~/domain/campaign/compile";
import { type CampaignDocument, campaignDocumentSchema } from "~/domain/campaign/document";
import type { CampaignPhase, CampaignStatus } from "~/domain/campaign/vocabulary";
import type { CampaignRow } from "~db/repositories/campaigns.server";

type Known = { readonly document: CampaignDocument; readonly compiled: CompiledCampaign };

/** Compiled once per digest: two writes of one campaign are two digests. */
const byDigest = new Map<string, Known>();
const mostKept = 50;

function known(row: Pick<CampaignRow, "document" | "digest">): Known {
  const found = byDigest.get(row.digest);
  if (found) return found;
  const document = campaignDocumentSchema.parse(row.document);
  const made = { document, compiled: compileCampaign(document) };
  if (byDigest.size >= mostKept) byDigest.clear();
  byDigest.set(row.digest, made);
  return made;
}

/** The document of a stored campaign, which was checked when it was imported. */
export function documentOf(row: Pick<CampaignRow, "document" | "digest">): CampaignDocument {
  return known(row).document;
}

/** The compiled evaluator of a stored campaign. */
export function compiledOf(row: Pick<CampaignRow, "document" | "digest">): CompiledCampaign {
  return known(row).compiled;
}

type Dated = Pick<
  CampaignRow,
  "isAnnounced" | "examinationClosedAt" | "publishedAt" | "opensAt" | "closesAt"
>;

/** What a stored campaign is at an instant: its recorded acts first, then its calendar. */
export function phaseOf(row: Dated, now: Date): CampaignPhase {
  return campaignPhase(
    { status: statusOf(row), opensAt: row.opensAt, closesAt: row.closesAt },
    now,
  );
}

function statusOf(row: Dated): CampaignStatus {
  if (row.publishedAt) return "published";
  if (row.examinationClosedAt) return "examined";
  return row.isAnnounced ? "open" : "draft";
}
