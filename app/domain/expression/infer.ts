import { isIsoDate } from "./dates";
import { closedFacts, schoolFactTypes } from "./facts";
import type { Expr, Literal } from "./types";

/** Static type of an expression. `any` stands for what is already reported elsewhere. */
export type ExprType = {
  base: "number" | "boolean" | "text" | "date" | "set" | "rows" | "matrix" | "any";
  /** Ids that a choice may take. */
  options?: readonly string[];
};

export type TypeScope = {
  /** Type of an answer; undefined when no question has this id. */
  answer: (id: string, row: string | undefined) => ExprType | undefined;
  field: (id: string) => ExprType | undefined;
  /** Field types of a repeatable block; undefined when the question is not one. */
  block: (id: string) => ((id: string) => ExprType | undefined) | undefined;
};

export type TypeFault = { path: (string | number)[]; message: string };
type Path = (string | number)[];
type Base = ExprType["base"];

const baseLabels: Record<Base, string> = {
  number: "un nombre",
  boolean: "oui ou non",
  text: "un texte",
  date: "une date",
  set: "un choix multiple",
  rows: "un bloc répétable",
  matrix: "un tableau",
  any: "une valeur",
};

/** Type of an expression; unknown names, unknown options and mixed types go to `faults`, in French. */
export function inferType(expr: Expr, scope: TypeScope, faults: TypeFault[], at: Path = []) {
  return new Inference(scope, faults).type(expr, at);
}

class Inference {
  constructor(
    private readonly scope: TypeScope,
    private readonly faults: TypeFault[],
  ) {}

  private fault(path: Path, message: string): void {
    this.faults.push({ path, message });
  }

  private expect(expr: Expr, path: Path, ...bases: Base[]): ExprType {
    const type = this.type(expr, path);
    const isDateText = bases.includes("date") && typeof expr === "string" && isIsoDate(expr);
    if (type.base !== "any" && !bases.includes(type.base) && !isDateText) {
      const wanted = bases.map((base) => baseLabels[base]).join(" ou ");
      this.fault(path, `${wanted} attendu ici, trouvé : ${baseLabels[type.base]}`);
    }
    return type;
  }

  private expectAll(list: Expr[], path: Path, base: Base): void {
    list.forEach((item, index) => {
      this.expect(item, [...path, index], base);
    });
  }

  private comparable(pair: [Expr, Expr], path: Path, isOrder: boolean): void {
    const [left, right] = [this.type(pair[0], [...path, 0]), this.type(pair[1], [...path, 1])];
    this.checkOption(left, pair[1], [...path, 1]);
    this.checkOption(right, pair[0], [...path, 0]);
    const bases = new Set([left.base, right.base]);
    if (bases.has("any")) return;
    for (const base of ["set", "rows", "matrix"] as const) {
      if (bases.has(base)) {
        this.fault(path, `${baseLabels[base]} ne se compare pas ; comptez ou citez un élément`);
        return;
      }
    }
    const dateWithText =
      (left.base === "date" && typeof pair[1] === "string" && isIsoDate(pair[1])) ||
      (right.base === "date" && typeof pair[0] === "string" && isIsoDate(pair[0]));
    if (bases.size === 2 && !dateWithText) {
      this.fault(path, `compare ${baseLabels[left.base]} et ${baseLabels[right.base]}`);
      return;
    }
    if (isOrder && (bases.has("boolean") || (bases.has("text") && !dateWithText)))
      this.fault(path, "seuls des nombres ou des dates s’ordonnent");
  }

  private checkOption(type: ExprType, literal: Expr | Literal, path: Path): void {
    if (type.options && typeof literal === "string" && !type.options.includes(literal))
      this.fault(path, `option inconnue « ${literal} »`);
  }

  private unify(list: Expr[], path: Path): ExprType {
    const types = list.map((item, index) => this.type(item, [...path, index]));
    const known = types.filter((type) => type.base !== "any");
    const [first] = known;
    if (!first) return { base: "any" };
    const other = known.find((type) => type.base !== first.base);
    if (other) this.fault(path, `mélange ${baseLabels[first.base]} et ${baseLabels[other.base]}`);
    return { base: first.base };
  }

  private aggregateScope(of: string): TypeScope | undefined {
    const fields = this.scope.block(of);
    return fields && { ...this.scope, field: fields };
  }

  type(expr: Expr, path: Path): ExprType {
    if (typeof expr === "number") return { base: "number" };
    if (typeof expr === "boolean") return { base: "boolean" };
    if (typeof expr === "string") return { base: "text" };
    if ("answer" in expr) {
      const type = this.scope.answer(expr.answer, expr.row);
      if (type) return type;
      const row = expr.row === undefined ? "" : ` (ligne « ${expr.row} »)`;
      this.fault([...path, "answer"], `question inconnue « ${expr.answer} »${row}`);
      return { base: "any" };
    }
    if ("field" in expr) {
      const type = this.scope.field(expr.field);
      if (type) return type;
      this.fault([...path, "field"], `champ inconnu dans ce bloc « ${expr.field} »`);
      return { base: "any" };
    }
    if ("answered" in expr) {
      if (!this.scope.field(expr.answered) && !this.scope.answer(expr.answered, undefined))
        this.fault([...path, "answered"], `question inconnue « ${expr.answered} »`);
      return { base: "boolean" };
    }
    if ("school" in expr) {
      const options = closedFacts[expr.school];
      return { base: schoolFactTypes.get(expr.school) ?? "any", ...(options && { options }) };
    }
    return this.operator(expr, path);
  }

  private operator(expr: Exclude<Expr, Literal>, path: Path): ExprType {
    for (const name of ["and", "or"] as const) {
      const list = (expr as Record<string, Expr[]>)[name];
      if (list) {
        this.expectAll(list, [...path, name], "boolean");
        return { base: "boolean" };
      }
    }
    for (const name of ["eq", "ne", "lt", "lte", "gt", "gte"] as const) {
      const pair = (expr as Record<string, [Expr, Expr]>)[name];
      if (pair) {
        this.comparable(pair, [...path, name], name !== "eq" && name !== "ne");
        return { base: "boolean" };
      }
    }
    for (const name of ["add", "sub", "mul", "div", "least", "greatest"] as const) {
      const list = (expr as Record<string, Expr[]>)[name];
      if (list) {
        this.expectAll(list, [...path, name], "number");
        return { base: "number" };
      }
    }
    for (const name of ["round", "floor", "ceil"] as const) {
      const operand = (expr as Record<string, Expr>)[name];
      if (operand !== undefined) {
        this.expect(operand, [...path, name], "number");
        return { base: "number" };
      }
    }
    for (const name of ["before", "after", "daysBetween"] as const) {
      const pair = (expr as Record<string, Expr[]>)[name];
      if (pair) {
        this.expectAll(pair, [...path, name], "date");
        return { base: name === "daysBetween" ? "number" : "boolean" };
      }
    }
    if ("not" in expr) return this.expect(expr.not, [...path, "not"], "boolean");
    if ("year" in expr) {
      this.expect(expr.year, [...path, "year"], "date");
      return { base: "number" };
    }
    if ("in" in expr) return this.membership(expr.in, [...path, "in"]);
    if ("contains" in expr) {
      const type = this.expect(expr.contains[0], [...path, "contains", 0], "set");
      this.checkOption(type, expr.contains[1], [...path, "contains", 1]);
      return { base: "boolean" };
    }
    if ("if" in expr) {
      this.expect(expr.if[0], [...path, "if", 0], "boolean");
      return this.unify([expr.if[1], expr.if[2]], [...path, "if"]);
    }
    if ("coalesce" in expr) return this.unify(expr.coalesce, [...path, "coalesce"]);
    return this.aggregate(expr, path);
  }

  private membership([subject, list]: [Expr, Literal[]], path: Path): ExprType {
    const type = this.expect(subject, [...path, 0], "number", "boolean", "text", "date");
    list.forEach((literal, index) => {
      this.checkOption(type, literal, [...path, 1, index]);
      const expected = type.base === "date" || type.base === "text" ? "string" : type.base;
      if (type.base !== "any" && typeof literal !== expected)
        this.fault([...path, 1, index], `${baseLabels[type.base]} attendu dans cette liste`);
    });
    return { base: "boolean" };
  }

  private aggregate(expr: Exclude<Expr, Literal>, path: Path): ExprType {
    const name = ["count", "sum", "min", "max"].find((key) => key in expr) ?? "count";
    const over = (expr as Record<string, { of: string; value?: Expr; where?: Expr }>)[name];
    if (!over) return { base: "any" };
    const at = [...path, name];
    const type = this.scope.answer(over.of, undefined);
    const scope = this.aggregateScope(over.of);
    if (!type) {
      this.fault([...at, "of"], `question inconnue « ${over.of} »`);
      return { base: "number" };
    }
    const isCountable = type.base === "rows" || (name === "count" && type.base === "set");
    if (type.base !== "any" && !isCountable)
      this.fault([...at, "of"], `« ${over.of} » n’est pas un bloc répétable`);
    if (!scope) return { base: "number" };
    const inner = new Inference(scope, this.faults);
    if (over.value !== undefined) inner.expect(over.value, [...at, "value"], "number");
    if (over.where !== undefined) inner.expect(over.where, [...at, "where"], "boolean");
    return { base: "number" };
  }
}
