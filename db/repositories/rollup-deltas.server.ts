import { and, eq, inArray } from "drizzle-orm";
import { isoDayInParis } from "../../app/domain/directory/paris-day";
import {
  type Count,
  type CountedSchool,
  countsOf,
  deltasBetween,
  type Submission,
} from "../../app/domain/indicator/counted";
import type { CountCause } from "../../app/domain/indicator/vocabulary";
import type { Quantities } from "../../app/domain/rollout/progress";
import type { Tx } from "../client.server";
import { allocationLines } from "../schema/allocations";
import { applicationSchools, type applications } from "../schema/applications";
import type { rolloutItems } from "../schema/rollouts";
import { rollupDeltas } from "../schema/rollups";
import {
  enterCounting,
  enterDirectoryChange,
  listUaisInPerimeter,
  loadCountedPlaces,
  loadCountedSchools,
  lockCountedSchools,
} from "./counted-schools.server";

/**
 * One function per transition that changes what dashboards count: each appends the deltas of its own
 * write to the roll-ups, in the same transaction. Every repository that writes a counted table calls
 * one of them; the deltas themselves come from the domain's `countsOf`.
 */

const deltasAtOnce = 1000;
const schoolsAtOnce = 5000;

/** Appends deltas; the sums that dashboards read change with the caller's transaction. */
export async function appendDeltas(
  tx: Tx,
  cause: CountCause,
  deltas: readonly Count[],
): Promise<void> {
  for (let start = 0; start < deltas.length; start += deltasAtOnce) {
    const some = deltas.slice(start, start + deltasAtOnce);
    await tx.insert(rollupDeltas).values(some.map((delta) => ({ ...delta, cause })));
  }
}

/** What the base tables say of some schools, or of every school, added up by measure and day. */
export async function countFresh(tx: Tx, uais: readonly string[]): Promise<Count[]> {
  let counts: Count[] = [];
  for (let start = 0; start < uais.length; start += schoolsAtOnce) {
    const schools = await loadCountedSchools(tx, uais.slice(start, start + schoolsAtOnce));
    counts = deltasBetween([], [...counts, ...[...schools.values()].flatMap(countsOf)]);
  }
  return counts;
}

/** A new campaign: the schools of its perimeter and the labels that they hold already. */
export async function countNewCampaign(tx: Tx, campaignId: string): Promise<void> {
  await enterCounting(tx, { alone: true });
  await appendDeltas(tx, "campaign", await countPerimeter(tx, campaignId));
}

/** Another perimeter of a known campaign, written by `write`. */
export async function countPerimeterChange<T>(
  tx: Tx,
  campaignId: string,
  write: () => Promise<T>,
): Promise<T> {
  await enterCounting(tx, { alone: true });
  const before = await countPerimeter(tx, campaignId);
  const result = await write();
  const after = await countPerimeter(tx, campaignId);
  await appendDeltas(tx, "campaign", deltasBetween(before, after));
  return result;
}

async function countPerimeter(tx: Tx, campaignId: string): Promise<Count[]> {
  const counts = await countFresh(tx, await listUaisInPerimeter(tx, campaignId));
  return counts.filter(({ subjectId }) => subjectId === campaignId);
}

/** Units opened, closed, moved or changed by `write`: all that is counted of them moves along. */
export async function countDirectoryChange<T>(
  tx: Tx,
  uais: readonly string[],
  write: () => Promise<T>,
): Promise<T> {
  await enterCounting(tx);
  await enterDirectoryChange(tx);
  await lockCountedSchools(tx, uais, { toChange: true });
  const before = await countFresh(tx, uais);
  const result = await write();
  await appendDeltas(tx, "directory", deltasBetween(before, await countFresh(tx, uais)));
  return result;
}

type ApplicationState = Pick<typeof applications.$inferSelect, "status" | "submittedAt">;

export type ApplicationChange = {
  readonly id: string;
  readonly campaignId: string;
  readonly before: ApplicationState;
  readonly after: ApplicationState;
};

/** Statuses already written: only what becomes or stops being a submission reads and appends. */
export async function countApplicationChanges(
  tx: Tx,
  changes: readonly ApplicationChange[],
): Promise<void> {
  const counted = changes.filter(({ campaignId, before, after }) => {
    const place = { departementCode: "", campaignIds: [campaignId] };
    const counts = (state: ApplicationState) =>
      countsOf({ ...place, submissions: [submissionOf(campaignId, state)] });
    return deltasBetween(counts(before), counts(after)).length > 0;
  });
  if (counted.length === 0) return;
  await enterCounting(tx);
  const covered = await tx
    .select({ applicationId: applicationSchools.applicationId, uai: applicationSchools.uai })
    .from(applicationSchools)
    .where(
      and(
        inArray(
          applicationSchools.applicationId,
          counted.map(({ id }) => id),
        ),
        eq(applicationSchools.isActive, true),
      ),
    );
  const changeOf = new Map(counted.map((change) => [change.id, change]));
  const among = [...new Set(counted.map(({ campaignId }) => campaignId))];
  await appendByPlace(tx, { cause: "application", among }, covered, ({ applicationId }) => {
    const change = changeOf.get(applicationId);
    if (!change) return [{}, {}];
    const { campaignId, before, after } = change;
    return [
      { submissions: [submissionOf(campaignId, before)] },
      { submissions: [submissionOf(campaignId, after)] },
    ];
  });
}

function submissionOf(campaignId: string, state: ApplicationState): Submission {
  const { status, submittedAt } = state;
  return { campaignId, status, submittedOn: submittedAt ? isoDayInParis(submittedAt) : null };
}

/** Labels given to some schools by `write`: a level held counts once, however many labels give it. */
export async function countAwardedLabels<T>(
  tx: Tx,
  uais: readonly string[],
  write: () => Promise<T>,
): Promise<T> {
  await enterCounting(tx);
  await lockCountedSchools(tx, uais, { toChange: true });
  const before = await countFresh(tx, uais);
  const result = await write();
  await appendDeltas(tx, "labels", deltasBetween(before, await countFresh(tx, uais)));
  return result;
}

/** A plan that has just been adopted, with its lines. */
export async function countAdoptedPlan(tx: Tx, planId: string): Promise<void> {
  await enterCounting(tx);
  const lines = await tx
    .select({
      uai: allocationLines.uai,
      planId: allocationLines.planId,
      allocated: allocationLines.quantity,
      entitled: allocationLines.entitledQuantity,
    })
    .from(allocationLines)
    .where(eq(allocationLines.planId, planId));
  await appendByPlace(tx, { cause: "plan" }, lines, (line) => [{}, { lines: [line] }]);
}

/** A roll-out programme just opened, with its items. */
export async function countOpenedProgramme(
  tx: Tx,
  items: readonly (typeof rolloutItems.$inferSelect)[],
): Promise<void> {
  await enterCounting(tx);
  await appendByPlace(tx, { cause: "programme" }, items, (item) => [{}, { items: [item] }]);
}

/** An item of a programme whose quantities have just been written. */
export async function countRolloutStep(
  tx: Tx,
  item: { readonly uai: string; readonly programmeId: string },
  before: Quantities,
  after: Quantities,
): Promise<void> {
  await enterCounting(tx);
  const { programmeId } = item;
  await appendByPlace(tx, { cause: "rollout" }, [item], () => [
    { items: [{ programmeId, ...before }] },
    { items: [{ programmeId, ...after }] },
  ]);
}

type Facts = Omit<CountedSchool, "departementCode" | "campaignIds">;

/**
 * Appends what changes of schools that stay where they are, each row's facts before and after.
 * `among` names the campaigns of which something is counted; none when left out.
 */
async function appendByPlace<Row extends { readonly uai: string }>(
  tx: Tx,
  { cause, among = [] }: { readonly cause: CountCause; readonly among?: readonly string[] },
  rows: readonly Row[],
  factsOf: (row: Row) => readonly [before: Facts, after: Facts],
): Promise<void> {
  const uais = [...new Set(rows.map(({ uai }) => uai))];
  await lockCountedSchools(tx, uais);
  const places = await loadCountedPlaces(tx, uais, among);
  const before: Count[] = [];
  const after: Count[] = [];
  for (const row of rows) {
    const place = places.get(row.uai);
    if (!place) continue;
    const [facts, changed] = factsOf(row);
    before.push(...countsOf({ ...place, ...facts }));
    after.push(...countsOf({ ...place, ...changed }));
  }
  await appendDeltas(tx, cause, deltasBetween(before, after));
}
