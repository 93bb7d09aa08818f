import type { AnswerValue, Question } from "../questionnaire/types";
import type { Bounds } from "../questionnaire/validate-answer";
import type { Criterion, ScoringRule } from "./schema";

type PointsById = Readonly<Record<string, number>>;

/** Ids by falling points; the document's order breaks ties. */
function ranked(ids: readonly string[], points: PointsById): string[] {
  return [...ids].sort((a, b) => (points[b] ?? 0) - (points[a] ?? 0));
}

/**
 * The accepted answer that earns the most points, or undefined when the rule has none to offer.
 * « Sans objet » is never proposed: it is a fact about the school, not an improvement.
 */
export function bestAnswer(
  question: Question,
  { rule }: Criterion,
  current: unknown,
  bounds: Bounds,
): AnswerValue | undefined {
  switch (rule.kind) {
    case "options":
      return bestOption(question, rule.points);
    case "checked":
      return question.kind === "multiple-choice"
        ? bestChecked(question, rule.points, rule.cap, current)
        : undefined;
    case "linear":
      return question.kind === "calculated" ? undefined : bestNumber(question.kind, rule, bounds);
    case "matrix":
      return question.kind === "matrix" ? bestMatrix(question, rule.points, current) : undefined;
    default:
      return undefined;
  }
}

function bestOption(question: Question, points: PointsById): AnswerValue | undefined {
  if (question.kind === "yes-no") return (points.yes ?? 0) >= (points.no ?? 0);
  const list =
    question.kind === "scale"
      ? question.steps
      : question.kind === "single-choice"
        ? question.options
        : [];
  return ranked(
    list.map((item) => item.id),
    points,
  )[0];
}

function bestChecked(
  question: Extract<Question, { kind: "multiple-choice" }>,
  points: PointsById,
  cap: number | undefined,
  current: unknown,
): string[] | undefined {
  const { exclusive, maxChecked, minChecked = 1 } = question;
  const total = (ids: readonly string[]) =>
    Math.min(
      ids.reduce((sum, id) => sum + (points[id] ?? 0), 0),
      cap ?? Number.POSITIVE_INFINITY,
    );
  const free = question.options.map((option) => option.id).filter((id) => id !== exclusive);
  const most = Math.min(maxChecked ?? free.length, free.length);
  const byPoints = ranked(free, points);
  const goal = total(byPoints.slice(0, most));
  // What is already checked stays when it fits: fewer boxes move.
  const kept = Array.isArray(current) ? free.filter((id) => current.includes(id)) : [];
  let chosen = kept;
  for (const id of byPoints) {
    if (chosen.length >= most || (total(chosen) >= goal && chosen.length >= minChecked)) break;
    if (!chosen.includes(id)) chosen = [...chosen, id];
  }
  if (total(chosen) < goal || chosen.length > most) chosen = byPoints.slice(0, most);
  if (exclusive !== undefined && (points[exclusive] ?? 0) > total(chosen)) return [exclusive];
  const order = question.options.map((option) => option.id);
  return chosen.length === 0 ? undefined : order.filter((id) => chosen.includes(id));
}

function bestNumber(
  kind: Question["kind"],
  rule: Extract<ScoringRule, { kind: "linear" }>,
  { min, max }: Bounds,
): number | undefined {
  const [best, other] =
    rule.to.points >= rule.from.points ? [rule.to.at, rule.from.at] : [rule.from.at, rule.to.at];
  const isWhole = kind === "integer" || kind === "money";
  const away = best >= other ? Math.ceil : Math.floor;
  const low = typeof min === "number" ? min : kind === "percentage" ? 0 : Number.NEGATIVE_INFINITY;
  const high =
    typeof max === "number" ? max : kind === "percentage" ? 100 : Number.POSITIVE_INFINITY;
  if (low > high) return undefined;
  if (!isWhole) return Math.min(Math.max(best, low), high);
  const value = Math.min(Math.max(away(best), Math.ceil(low)), Math.floor(high));
  return value >= low ? value : undefined;
}

function bestMatrix(
  question: Extract<Question, { kind: "matrix" }>,
  points: PointsById,
  current: unknown,
): Record<string, string> | undefined {
  const isObject = typeof current === "object" && current !== null;
  const cells = isObject ? (current as Record<string, unknown>) : {};
  const skipped = new Set<unknown>(
    question.columns.filter((column) => column.notApplicable).map((column) => column.id),
  );
  const columns = question.columns.filter((column) => !column.notApplicable);
  const best = ranked(
    columns.map((column) => column.id),
    points,
  )[0];
  if (best === undefined) return undefined;
  return Object.fromEntries(
    question.rows.map(({ id }) => {
      const cell = cells[id];
      return [id, skipped.has(cell) ? String(cell) : best];
    }),
  );
}
