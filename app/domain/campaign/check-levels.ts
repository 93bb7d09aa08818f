import { canAllBeTrue, type Knowledge } from "../expression/satisfiability";
import type { Gate } from "../maturity/schema";
import type { CampaignDocument } from "./document";
import type { FaultList, Path } from "./fault";

type PlacedGate = { gate: Gate; level: number; at: Path };

/** What makes two gates the same one at two levels: the overall score, one axis, every axis. */
function gateKey(gate: Gate): string | undefined {
  if (gate.kind === "expression") return undefined;
  return gate.kind === "axis" ? `axis:${gate.axis}` : gate.kind;
}

function placeGates(document: CampaignDocument): PlacedGate[] {
  return document.levels
    .flatMap((level, levelIndex) =>
      level.gates.map((gate, index) => ({
        gate,
        level: level.level,
        at: ["levels", levelIndex, "gates", index],
      })),
    )
    .sort((a, b) => a.level - b.level);
}

/** Levels: numbered 1, 2, 3 without a gap, thresholds that only rise, gates that can be met. */
export function checkLevels(
  document: CampaignDocument,
  declared: ReadonlySet<string>,
  damaged: ReadonlySet<string>,
  knowledge: Knowledge,
  faults: FaultList,
): void {
  if (!damaged.has("levels")) checkNumbers(document, faults);
  const axes = new Set(document.axes.map((axis) => axis.id));
  const thresholds = new Map<string, PlacedGate & { min: number }>();
  const seen = new Map<string, number>();
  for (const placed of placeGates(document)) {
    const { gate, level, at } = placed;
    if (seen.get(gate.id) === level)
      faults.add([...at, "id"], `identifiant « ${gate.id} » déjà pris à ce niveau`);
    seen.set(gate.id, level);
    checkReach(document, gate, at, axes, declared, knowledge, faults);
    const key = gateKey(gate);
    if (key === undefined || gate.kind === "expression") continue;
    const lower = thresholds.get(key);
    if (lower && lower.level < level && gate.min < lower.min)
      faults.add(
        [...at, "min"],
        `seuil ${gate.min} plus bas qu’au niveau ${lower.level}, qui demande ${lower.min}`,
      );
    if (!lower || gate.min > lower.min) thresholds.set(key, { ...placed, min: gate.min });
  }
}

function checkNumbers(document: CampaignDocument, faults: FaultList): void {
  const numbers = document.levels.map((level) => level.level);
  numbers.forEach((level, index) => {
    if (numbers.indexOf(level) !== index)
      faults.add(["levels", index, "level"], `niveau ${level} déjà décrit`);
    if (level > 1 && !numbers.includes(level - 1))
      faults.add(["levels", index, "level"], `le niveau ${level - 1} manque avant celui-ci`);
  });
}

function checkReach(
  document: CampaignDocument,
  gate: Gate,
  at: Path,
  axes: ReadonlySet<string>,
  declared: ReadonlySet<string>,
  knowledge: Knowledge,
  faults: FaultList,
): void {
  if (gate.kind === "expression") {
    if (!canAllBeTrue([gate.expr], knowledge))
      faults.add([...at, "expr"], "cette condition ne peut jamais être remplie");
    return;
  }
  if (gate.min > 100)
    faults.add([...at, "min"], `seuil ${gate.min} hors d’atteinte : le score va de 0 à 100`);
  if (gate.kind === "axis" && !axes.has(gate.axis) && !declared.has(gate.axis))
    faults.add([...at, "axis"], `axe inconnu « ${gate.axis} »`);
  if (document.scoringGrid.length === 0 && gate.min > 0)
    faults.add([...at, "min"], "seuil hors d’atteinte : aucune question n’est notée");
}
