import { DateTime } from "luxon";
import { importCampaign } from "~/features/campaigns/import-campaign.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import callForProjects from "~db/seed/campaigns/appel-ecoles.json";
import label from "~db/seed/campaigns/label-lycee-numerique.json";
import type { Work } from "~db/work.server";

/** How many days before (negative) or after today each milestone of this year's campaign falls. */
const thisYear = {
  opensAt: -40,
  closesAt: 26,
  examinationEndsAt: 75,
  juryAt: 90,
  publishesAt: 100,
};
/** A call for projects that opened earlier and closes later. */
const call = { ...thisYear, opensAt: -60, closesAt: 40 };
/** The same for last year's: everything is behind. */
const lastYear = {
  opensAt: -405,
  closesAt: -339,
  examinationEndsAt: -290,
  juryAt: -275,
  publishesAt: -265,
};

/** This year a lycée may bring its board's act and ask its owner's opinion; a commune owes its council's act. */
const proposedActs = {
  deliberation: "optional",
  deliberationDueDays: 60,
  endorsement: "optional",
  endorsementDueDays: 60,
};
const owedActs = { deliberation: "required", deliberationDueDays: 45 };

export type DemonstrationCampaigns = {
  readonly thisYear: CampaignRow;
  readonly lastYear: CampaignRow;
  readonly callForProjects: CampaignRow;
};

/** Imports last year's label campaign, this year's and a call for projects, dated from today. */
export async function loadCampaigns(work: Work): Promise<DemonstrationCampaigns> {
  return {
    lastYear: await importOne(work, label, lastYear),
    thisYear: await importOne(work, { ...label, formalActs: proposedActs }, thisYear),
    callForProjects: await importOne(work, { ...callForProjects, formalActs: owedActs }, call),
  };
}

async function importOne(
  work: Work,
  source: {
    readonly slug: string;
    readonly title: string;
    readonly calendar: object;
    readonly formalActs?: object;
  },
  days: Readonly<Record<string, number>>,
): Promise<CampaignRow> {
  const calendar = calendarFrom(work.now, days);
  const edition = calendar.closesAt.slice(0, 4);
  const slug = `${source.slug.replace(/-\d{4}$/, "")}-${edition}`;
  const document = { ...source, slug, edition, calendar };
  const result = await importCampaign(work, document, { announce: true, isDemonstration: true });
  if (!result.ok) {
    const why = result.reason === "faulty" ? JSON.stringify(result.faults) : result.reason;
    throw new Error(`La campagne de démonstration « ${slug} » est refusée : ${why}`);
  }
  return result.campaign;
}

function calendarFrom(now: Date, days: Readonly<Record<string, number>>) {
  const today = DateTime.fromJSDate(now, { zone: "Europe/Paris" }).startOf("day");
  const local = (offset: number, hour: number) =>
    today.plus({ days: offset }).set({ hour }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
  const { opensAt = 0, closesAt = 0, examinationEndsAt = 0, juryAt = 0, publishesAt = 0 } = days;
  return {
    opensAt: local(opensAt, 8),
    closesAt: local(closesAt, 18),
    examinationEndsAt: local(examinationEndsAt, 18),
    juryAt: local(juryAt, 14),
    publishesAt: local(publishesAt, 10),
  };
}
