import type { ApplicationStatus } from "../application/vocabulary";
import type { Quantities } from "../rollout/progress";
import { heldPeriods, type Label } from "./held-periods";
import type { CountedMeasure } from "./vocabulary";

/** An amount to add to one measure of a campaign, plan or programme in one département. */
export type Count = {
  readonly subjectId: string;
  readonly departementCode: string;
  readonly measure: CountedMeasure;
  /** The day from which it counts (YYYY-MM-DD); null for what is only known as it stands. */
  readonly day: string | null;
  readonly amount: number;
};

export type Submission = {
  readonly campaignId: string;
  readonly status: ApplicationStatus;
  /** Day of submission in Paris; null for what was never submitted. */
  readonly submittedOn: string | null;
};

/** Where a school stands, and the campaigns of which the perimeter holds it. */
export type CountedPlace = {
  readonly departementCode: string | null;
  readonly campaignIds: readonly string[];
};

/** What is known of one school, as far as it is counted; what is left out is none. */
export type CountedSchool = CountedPlace & {
  readonly submissions?: readonly Submission[];
  readonly labels?: readonly Label[];
  /** Its lines in adopted plans. */
  readonly lines?: readonly {
    readonly planId: string;
    readonly allocated: number;
    readonly entitled: number;
  }[];
  readonly items?: readonly ({ readonly programmeId: string } & Quantities)[];
};

/** Whether an application counts as submitted: sent, and not withdrawn since. */
export function isCountedSubmission({ status, submittedOn }: Submission): boolean {
  return submittedOn !== null && status !== "withdrawn";
}

const levelMeasures = [
  ["labelled", 1],
  ["level-three", 3],
] as const;
const quantityMeasures = ["planned", "ordered", "delivered", "installed"] as const;

/**
 * Everything that one school adds to the figures of its département (see `TerritoryFacts`): of each
 * campaign of which the perimeter holds it, one school, its submission on its day, and the label
 * that it holds, whichever campaign gave it, from the day it begins to the day after it ends; of
 * adopted plans and of programmes, units. A school without a département counts nowhere.
 */
export function countsOf(school: CountedSchool): Count[] {
  const { departementCode } = school;
  if (departementCode === null) return [];
  const counts: Count[] = [];
  const add = (
    subjectId: string,
    measure: CountedMeasure,
    amount: number,
    day: string | null = null,
  ) => {
    if (amount !== 0) counts.push({ subjectId, departementCode, measure, day, amount });
  };
  for (const campaignId of school.campaignIds) {
    add(campaignId, "schools", 1);
    for (const submission of school.submissions ?? []) {
      if (submission.campaignId !== campaignId || !isCountedSubmission(submission)) continue;
      add(campaignId, "submitted", 1, submission.submittedOn);
    }
    for (const [measure, level] of levelMeasures) {
      for (const period of heldPeriods(school.labels ?? [], level)) {
        add(campaignId, measure, 1, period.from);
        add(campaignId, measure, -1, period.before);
      }
    }
  }
  for (const { planId, allocated, entitled } of school.lines ?? []) {
    add(planId, "allocated", allocated);
    add(planId, "entitled", entitled);
  }
  for (const item of school.items ?? []) {
    for (const measure of quantityMeasures) add(item.programmeId, measure, item[measure]);
  }
  return counts;
}

/**
 * The deltas that bring the sums of `before` to those of `after`: what a transition appends. Equal
 * amounts cancel out, so a transition that changes nothing counted appends nothing.
 */
export function deltasBetween(before: readonly Count[], after: readonly Count[]): Count[] {
  const byKey = new Map<string, Count>();
  const add = (count: Count, sign: 1 | -1) => {
    const key = `${count.subjectId}|${count.departementCode}|${count.measure}|${count.day}`;
    const amount = (byKey.get(key)?.amount ?? 0) + sign * count.amount;
    byKey.set(key, { ...count, amount });
  };
  for (const count of before) add(count, -1);
  for (const count of after) add(count, 1);
  return [...byKey.values()].filter(({ amount }) => amount !== 0);
}
