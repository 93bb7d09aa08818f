import type { CampaignDocument } from "../campaign/document";
import { buildLayout } from "../questionnaire/read-answers";
import { compileConstraints } from "./compile-constraints";
import { type CompiledCriterion, compileCriteria } from "./compile-criteria";
import { type CompiledLevel, compileLevels } from "./compile-levels";
import { buildFrame, type CompiledQuestionnaire } from "./compile-questionnaire";
import { compilePlans, compileSteps } from "./compile-steps";
import { compileTables, type ScoreTables } from "./compile-tables";
import { buildSlots } from "./slots";

/** A campaign compiled once: its questionnaire, then what gives points, scores and levels. */
export type CompiledCampaign = CompiledQuestionnaire & {
  document: CampaignDocument;
  /** In the order of the grid. */
  criteria: readonly CompiledCriterion[];
  tables: ScoreTables;
  levels: readonly CompiledLevel[];
  axisWeights: Float64Array;
  points: Float64Array;
  max: Float64Array;
  /** Rounded score by axis; NaN when the axis does not apply. */
  scores: Float64Array;
};

/** Compiles a campaign to closures over integer slots. Takes milliseconds; keep the result. */
export function compileCampaign(document: CampaignDocument): CompiledCampaign {
  const slots = buildSlots(document);
  const steps = compileSteps(document, slots);
  const criteria = compileCriteria(document, slots);
  const levels = compileLevels(document, slots);
  const constraints = compileConstraints(document, slots);
  const axisCount = document.axes.length;
  return {
    document,
    facts: slots.facts,
    slotOf: slots.questionSlots,
    sectionCount: slots.sectionCount,
    steps,
    criteria,
    tables: compileTables(
      document.axes.map((_axis, index) => criteria.filter(({ axis }) => axis === index)),
    ),
    levels,
    constraints,
    axisWeights: Float64Array.from(document.axes, (axis) => axis.weight),
    frame: buildFrame(slots),
    layout: buildLayout(slots.questionSlots, compilePlans(document, slots)),
    points: new Float64Array(axisCount),
    max: new Float64Array(axisCount),
    scores: new Float64Array(axisCount),
  };
}
