import { everywhere } from "~/domain/access/permissions";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { correctEvent, recordStep } from "~/features/track-rollout/record-step.server";
import { adoptProposedPlan, insertPlan } from "~db/repositories/allocations.server";
import { insertApplication, updateApplication } from "~db/repositories/applications.server";
import { type CampaignRow, findCampaign, updateCampaign } from "~db/repositories/campaigns.server";
import { saveUnits } from "~db/repositories/directory.server";
import {
  insertDecisions,
  insertLabels,
  insertPublication,
} from "~db/repositories/publications.server";
import { findItem, insertProgramme, listEvents } from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { buildSchool } from "~tests/factories/school";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";

const places = [
  { departementCode: "12", communeCode: "12145", academieCode: "16", regionCode: "76" },
  { departementCode: "30", communeCode: "30007", academieCode: "11", regionCode: "76" },
  { departementCode: "75", communeCode: "75056", academieCode: "01", regionCode: "11" },
  { departementCode: null, communeCode: null, academieCode: null, regionCode: null },
] as const;
const kinds = ["lycee", "college", "ecole"] as const;
const statuses: readonly ApplicationStatus[] = ["submitted", "examined", "proposed", "withdrawn"];
const day = (index: number) => new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10);

/** What the operations so far have made. */
export type Story = {
  readonly uais: string[];
  readonly campaigns: CampaignRow[];
  readonly applications: { readonly id: string; readonly campaignId: string; uai: string }[];
  readonly items: { readonly slug: string; readonly id: string }[];
  readonly owner: string;
  readonly labelled: Set<string>;
  made: number;
};

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** Opens, closes or moves a school, or changes its kind, as an import of the directory does. */
export async function move(work: Work, index: number, small: number, open: boolean): Promise<void> {
  const kind = kinds[small % 3] ?? "lycee";
  const unit = buildSchool({
    rank: 700 + index,
    ...places[small % places.length],
    kind,
    kinds: small === 7 ? ["college", "lycee"] : [kind],
    sector: small === 6 ? "prive" : "public",
    open,
    state: open ? "ouvert" : "ferme",
  });
  await saveUnits(work.tx, [unit]);
}

export async function apply(work: Work, story: Story, index: number, small: number): Promise<void> {
  const uais = [...new Set([pick(story.uais, index), pick(story.uais, index + (small % 3))])];
  const campaign = pick(story.campaigns, small);
  if (!campaign) return;
  const covered = uais.filter((uai) => uai !== undefined);
  const application = await insertApplication(
    work.tx,
    {
      campaignId: campaign.id,
      applicantKind: "school",
      applicantCode: covered[0] ?? "",
      createdBy: work.actor.personId,
    },
    covered,
  );
  if (!application) return;
  const { id } = application;
  story.applications.push({ id, campaignId: campaign.id, uai: covered[0] ?? "" });
}

export async function change(
  work: Work,
  story: Story,
  index: number,
  small: number,
): Promise<void> {
  const application = pick(story.applications, index);
  if (!application) return;
  // Just before midnight in Paris, and just after.
  const hour = small % 2 === 0 ? "T22:30:00Z" : "T23:30:00Z";
  await updateApplication(work.tx, application.id, {
    status: pick(statuses, small) ?? "submitted",
    submittedAt: new Date(`${day(small)}${hour}`),
  });
}

export async function publish(
  work: Work,
  story: Story,
  index: number,
  small: number,
  count: number,
): Promise<void> {
  const { tx } = work;
  const application = pick(story.applications, index);
  if (!application) return;
  const { id, campaignId } = application;
  const key = `${campaignId} ${application.uai}`;
  if (story.labelled.has(key)) return;
  story.labelled.add(key);
  const publication = [...story.labelled].some(
    (other) => other !== key && other.startsWith(campaignId),
  )
    ? undefined
    : await insertPublication(
        tx,
        { campaignId, publishedBy: work.actor.personId, publishedAt: work.now },
        [],
      );
  if (publication) {
    await updateApplication(tx, id, { submittedAt: work.now, status: "proposed" });
    await insertDecisions(tx, publication.id, [{ applicationId: id, level: count }]);
  }
  await insertLabels(tx, [
    {
      uai: application.uai,
      campaignId,
      applicationId: id,
      level: Math.max(1, count),
      validFrom: day(small * 3),
      validUntil: day(small * 3 + 5 * count),
    },
  ]);
}

export async function adopt(work: Work, story: Story, index: number, small: number): Promise<void> {
  const campaign = pick(story.campaigns, index);
  if (!campaign) return;
  const lines = story.uais.slice(0, 1 + small).map((uai, rank) => ({
    uai,
    rank: rank + 1,
    level: 1,
    score: "90",
    entitledQuantity: 10 + rank,
    quantity: rank % 2 === 0 ? 10 + rank : 0,
    amountCents: 1000,
    isServed: rank % 2 === 0,
    isServedByRanking: true,
    isServedByOptimum: true,
    reason: "served",
  }));
  const plan = await insertPlan(
    work.tx,
    {
      campaignId: campaign.id,
      entitlementId: `droit-${story.made}`,
      envelopeCents: 1,
      unitPriceCents: 1,
      unit: "poste",
      method: "ranking",
      rankingQuantity: 1,
      optimumQuantity: 1,
      isOptimumProven: true,
      computedBy: work.actor.personId,
    },
    lines,
  );
  if (small % 3 === 0) return;
  await adoptProposedPlan(work.tx, plan.id, {
    voteKind: "deliberation",
    voteNumber: "CP-1",
    votedOn: "2026-06-01",
    adoptedBy: work.actor.personId,
    adoptedAt: work.now,
  });
}

export async function rollOut(
  work: Work,
  story: Story,
  index: number,
  small: number,
): Promise<void> {
  const slug = `programme-${story.made}`;
  const uais = [...new Set([pick(story.uais, index), pick(story.uais, index + small)])];
  const programme = await insertProgramme(
    work.tx,
    { slug, title: "Essai", unit: "poste", ownerId: story.owner },
    uais.flatMap((uai) => (uai ? [{ uai, planned: 10 + small, ordered: small }] : [])),
  );
  story.items.push(...programme.items.map(({ id }) => ({ slug, id })));
}

export async function step(
  work: Work,
  story: Story,
  index: number,
  small: number,
  isCorrection: boolean,
): Promise<void> {
  const address = pick(story.items, index);
  if (!address) return;
  const target = { programme: address.slug, itemId: address.id };
  const item = await findItem(work.tx, everywhere, target.programme, target.itemId);
  if (!item) throw new Error("Ligne de déploiement introuvable.");
  const event = (await listEvents(work.tx, item.id)).find(({ correctsId }) => !correctsId);
  if (isCorrection && event) {
    await correctEvent(work, everywhere, target, {
      eventId: event.id,
      rightQuantity: small % 3,
      reason: "Erreur de saisie",
      correctedVersion: item.version,
    });
    return;
  }
  await recordStep(work, everywhere, target, {
    step: pick(["ordered", "delivered", "installed"] as const, small) ?? "ordered",
    quantity: 1 + (small % 4),
    occurredOn: "2026-03-01",
    note: "",
    version: item.version,
  });
}

const perimeterOf = (small: number) => ({
  kinds: small % 2 === 0 ? ["lycee"] : ["lycee", "college", "ecole"],
  ...(small % 3 === 0 && { openOnly: false }),
  ...(small > 4 && { regionsAcademiques: ["76"] }),
  ...(small === 4 && { maxCommunePopulation: 30_000 }),
});

export async function openCampaign(work: Work, story: Story, small: number): Promise<void> {
  if (story.campaigns.length >= 3) return;
  story.campaigns.push(
    await insertCampaignDocument(
      work,
      buildSmallCampaign({ slug: `label-${story.made}`, perimeter: perimeterOf(small) }),
    ),
  );
}

export async function redraw(
  work: Work,
  story: Story,
  index: number,
  small: number,
): Promise<void> {
  const known = pick(story.campaigns, index);
  const campaign = known && (await findCampaign(work.tx, known.id));
  if (!campaign) return;
  const document = { ...(campaign.document as object), perimeter: perimeterOf(small) };
  // Documents are remembered by their digest, which a real change computes anew.
  const digest = `essai-${work.now.getTime()}-${story.made}-${campaign.id}`;
  await updateCampaign(work.tx, campaign, { document, digest });
}
