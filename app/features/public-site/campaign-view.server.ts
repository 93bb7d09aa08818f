import { documentOf } from "~/features/campaigns/campaign-document.server";
import { listAnnouncedCampaigns } from "~db/repositories/campaigns.server";
import type { Work } from "~db/work.server";
import { findPublicCampaign, summaryOf } from "./campaign-summary.server";
import { phraseApplicants, phraseAxes, phraseEntitlement, phrasePerimeter } from "./campaign-words";
import { phraseGate } from "./gate-words";

/** The campaigns that are announced, the newest first. */
export async function campaignsView(work: Work) {
  const rows = await listAnnouncedCampaigns(work.tx);
  return { campaigns: rows.map((row) => summaryOf(row, work.now)) };
}

export type CampaignsView = Awaited<ReturnType<typeof campaignsView>>;

/** One announced campaign: what, for whom, when, who decides; undefined when the public may not see it. */
export async function campaignView(work: Work, slug: string) {
  const row = await findPublicCampaign(work, slug);
  if (!row) return undefined;
  const document = documentOf(row);
  return {
    campaign: summaryOf(row, work.now),
    now: work.now.toISOString(),
    partners: document.partners.map(({ name, subtitle }) => ({ name, subtitle: subtitle ?? null })),
    perimeter: phrasePerimeter(document.perimeter),
    applicants: phraseApplicants(document),
    preparation: document.preparation ?? null,
    questionCount: countQuestions(document),
    axes:
      document.axes.length > 0
        ? { count: document.axes.length, words: phraseAxes(document) }
        : null,
    levels: document.levels.map((level) => ({
      level: level.level,
      title: level.title,
      gates: level.gates.map((gate) => phraseGate(gate, document)),
    })),
    entitlements: document.entitlements.map((entitlement) => ({
      id: entitlement.id,
      levels: entitlement.levels,
      words: phraseEntitlement(entitlement),
    })),
    authorities: document.decidingAuthorities.map(({ id, title, actKinds, appliesTo }) => ({
      id,
      title,
      actKinds,
      ministries: appliesTo.ministries ?? null,
    })),
    controllers: document.controllers.map(controllerOf),
    labelValidityYears: document.labelValidityYears ?? null,
  };
}

export type CampaignView = NonNullable<Awaited<ReturnType<typeof campaignView>>>;

type Document = ReturnType<typeof documentOf>;

/** Numbered questions: information blocks are none. */
export function countQuestions({ questionnaire }: Document): number {
  return questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind !== "information").length;
}

/** A joint controller of personal data, as notices name it. */
export type ControllerNotice = {
  readonly name: string;
  readonly role: string | null;
  readonly dpoName: string | null;
  readonly dpoEmail: string;
};

export function controllerOf(controller: Document["controllers"][number]): ControllerNotice {
  return {
    name: controller.name,
    role: controller.role ?? null,
    dpoName: controller.dpo.name ?? null,
    dpoEmail: controller.dpo.email,
  };
}
