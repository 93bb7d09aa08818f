import fc from "fast-check";
import { foldRollups } from "~db/repositories/rollups.server";
import type { Work } from "~db/work.server";

import {
  adopt,
  apply,
  change,
  move,
  openCampaign,
  publish,
  redraw,
  rollOut,
  type Story,
  step,
} from "./random-writes";

export const schoolCount = 8;

const school = fc.nat(schoolCount - 1);
const small = fc.nat(7);

/** One operation on counted tables, as fast-check draws it. */
export const operation = fc.oneof(
  fc.record({ what: fc.constant("move" as const), school, small, isOpen: fc.boolean() }),
  fc.record({ what: fc.constant("apply" as const), school, small }),
  fc.record({ what: fc.constant("change" as const), school, small }),
  fc.record({ what: fc.constant("publish" as const), school, small, count: fc.nat(3) }),
  fc.record({ what: fc.constant("adopt" as const), school, small }),
  fc.record({ what: fc.constant("roll-out" as const), school, small }),
  fc.record({ what: fc.constant("step" as const), school, small, isCorrection: fc.boolean() }),
  fc.record({ what: fc.constant("campaign" as const), school, small }),
  fc.record({ what: fc.constant("perimeter" as const), school, small }),
  fc.record({ what: fc.constant("fold" as const) }),
);
export type Operation = typeof operation extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Runs one operation through the ordinary writes; one that makes no sense yet does nothing. */
export async function run(work: Work, story: Story, drawn: Operation): Promise<void> {
  story.made += 1;
  switch (drawn.what) {
    case "move":
      return move(work, drawn.school, drawn.small, drawn.isOpen);
    case "apply":
      return apply(work, story, drawn.school, drawn.small);
    case "change":
      return change(work, story, drawn.school, drawn.small);
    case "publish":
      return publish(work, story, drawn.school, drawn.small, drawn.count);
    case "adopt":
      return adopt(work, story, drawn.school, drawn.small);
    case "roll-out":
      return rollOut(work, story, drawn.school, drawn.small);
    case "step":
      return step(work, story, drawn.school, drawn.small, drawn.isCorrection);
    case "campaign":
      return openCampaign(work, story, drawn.small);
    case "perimeter":
      return redraw(work, story, drawn.school, drawn.small);
    case "fold":
      await foldRollups(work.tx);
      return;
    default: {
      const never: never = drawn;
      throw new Error(`Opération inconnue : ${JSON.stringify(never)}`);
    }
  }
}
