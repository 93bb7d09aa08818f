import { pluralOf } from "../../french/plural";
import { isSchoolFactName } from "./facts";
import { modifiers, type OperandShape, operators } from "./operators";

export type ShapeFault = { path: (string | number)[]; message: string };
type Path = (string | number)[];

const maximumDepth = 40;

/** Faults of form of a JSON value read as an expression: operators, operands, literals. In French. */
export function findShapeFaults(json: unknown): ShapeFault[] {
  const faults: ShapeFault[] = [];
  visit(json, [], faults);
  return faults;
}

function isLiteral(json: unknown): boolean {
  if (typeof json === "number") return Number.isFinite(json);
  return typeof json === "boolean" || typeof json === "string";
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function visit(json: unknown, path: Path, faults: ShapeFault[]): void {
  if (isLiteral(json)) return;
  if (path.length > maximumDepth * 2) {
    faults.push({ path, message: `expression imbriquée sur plus de ${maximumDepth} niveaux` });
    return;
  }
  if (!isRecord(json)) {
    faults.push({ path, message: "expression attendue : une valeur ou un objet à un opérateur" });
    return;
  }
  const names = Object.keys(json).filter((key) => !modifiers.has(key));
  const [name] = names;
  if (name === undefined || names.length > 1) {
    const found = names.length > 1 ? `, trouvé : ${names.join(", ")}` : "";
    faults.push({ path, message: `un seul opérateur attendu${found}` });
    return;
  }
  const shape = operators.get(name);
  if (!shape) {
    faults.push({ path, message: `opérateur inconnu « ${name} »` });
    return;
  }
  visitModifiers(json, name, path, faults);
  visitOperand(json[name], shape, [...path, name], faults);
}

function visitModifiers(
  json: Record<string, unknown>,
  name: string,
  path: Path,
  faults: ShapeFault[],
): void {
  for (const [modifier, owner] of modifiers) {
    if (!(modifier in json)) continue;
    const value = json[modifier];
    const isOk =
      modifier === "row"
        ? typeof value === "string"
        : typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 6;
    if (owner !== name || !isOk) {
      const message =
        owner === name
          ? `valeur de « ${modifier} » incorrecte`
          : `« ${modifier} » n’accompagne que l’opérateur « ${owner} »`;
      faults.push({ path: [...path, modifier], message });
    }
  }
}

function visitOperand(json: unknown, shape: OperandShape, path: Path, faults: ShapeFault[]): void {
  const fault = (message: string, at: Path = path) => faults.push({ path: at, message });
  switch (shape.kind) {
    case "one":
      visit(json, path, faults);
      return;
    case "list": {
      if (!Array.isArray(json) || json.length < shape.min || json.length > shape.max) {
        fault(
          shape.min === shape.max
            ? `${shape.min} ${pluralOf(shape.min, "opérande attendu", "opérandes attendus")}`
            : "liste d’opérandes attendue, non vide",
        );
        return;
      }
      json.forEach((item, index) => {
        visit(item, [...path, index], faults);
      });
      return;
    }
    case "membership": {
      const [subject, list] = Array.isArray(json) && json.length === 2 ? json : [];
      if (!Array.isArray(list) || list.length === 0 || !list.every(isLiteral)) {
        fault("une expression puis une liste non vide de valeurs attendues");
        return;
      }
      visit(subject, [...path, 0], faults);
      return;
    }
    case "contains": {
      const [subject, option] = Array.isArray(json) && json.length === 2 ? json : [];
      if (typeof option !== "string") {
        fault("une réponse à choix multiple puis l’identifiant d’une option attendus");
        return;
      }
      visit(subject, [...path, 0], faults);
      return;
    }
    case "id":
      if (typeof json !== "string" || json === "") fault("identifiant de question attendu");
      return;
    case "fact":
      if (typeof json !== "string" || !isSchoolFactName(json))
        fault(
          typeof json === "string"
            ? `donnée d’établissement inconnue « ${json} »`
            : "nom d’une donnée d’établissement attendu",
        );
      return;
    case "count":
    case "value-over":
      visitAggregate(json, shape.kind, path, faults);
  }
}

function visitAggregate(
  json: unknown,
  kind: "count" | "value-over",
  path: Path,
  faults: ShapeFault[],
): void {
  const allowed = kind === "count" ? ["of", "where"] : ["of", "value", "where"];
  if (!isRecord(json) || typeof json.of !== "string") {
    faults.push({ path, message: "objet attendu, avec « of » : identifiant d’un bloc répétable" });
    return;
  }
  for (const key of Object.keys(json)) {
    if (!allowed.includes(key))
      faults.push({ path: [...path, key], message: `clé inconnue « ${key} »` });
  }
  if (kind === "value-over") visit(json.value, [...path, "value"], faults);
  if (json.where !== undefined) visit(json.where, [...path, "where"], faults);
}
