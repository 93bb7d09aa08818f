/** An integer programme over yes/no variables, small enough to be read. */
export type BinaryModel = {
  readonly variables: readonly string[];
  readonly maximise: readonly Term[];
  readonly constraints: readonly {
    readonly name: string;
    readonly terms: readonly Term[];
    readonly relation: "<=" | ">=";
    readonly bound: number;
  }[];
};

export type Term = { readonly coefficient: number; readonly variable: string };

/** What a solver found: the variables at 1, and whether nothing better exists. */
export type BinarySolution = { readonly chosen: ReadonlySet<string>; readonly isProven: boolean };

/** Solves the text of one model; the engine (HiGHS, in its own thread) is given by the caller. */
export type Solve = (modelText: string) => Promise<BinarySolution>;

const termsALine = 8;

function linesOf(items: readonly string[]): string {
  const lines: string[] = [];
  for (let start = 0; start < items.length; start += termsALine) {
    lines.push(` ${items.slice(start, start + termsALine).join(" ")}`);
  }
  return lines.join("\n");
}

function sumOf(terms: readonly Term[]): string {
  return linesOf(terms.map(({ coefficient, variable }) => `+ ${coefficient} ${variable}`));
}

/** Writes a model in CPLEX LP format, in short lines as readers of that format ask. */
export function modelText(model: BinaryModel): string {
  const constraints = model.constraints.map(
    ({ name, terms, relation, bound }) => ` ${name}:\n${sumOf(terms)}\n ${relation} ${bound}`,
  );
  return [
    "Maximize",
    " goal:",
    sumOf(model.maximise),
    "Subject To",
    ...constraints,
    "Binary",
    linesOf(model.variables),
    "End",
    "",
  ].join("\n");
}

/** The part of a HiGHS answer that matters here; a column without value was not solved. */
export type RawSolution = {
  readonly Status: string;
  readonly Columns: Readonly<Record<string, object>>;
};

/** Reads the answer of HiGHS: only « Optimal » proves it; values stand within 10⁻⁶ of 0 or 1. */
export function readSolution({ Status, Columns }: RawSolution): BinarySolution {
  const isChosen = (column: object) =>
    "Primal" in column && typeof column.Primal === "number" && column.Primal > 0.5;
  const chosen = Object.keys(Columns).filter((name) => isChosen(Columns[name] ?? {}));
  return { chosen: new Set(chosen), isProven: Status === "Optimal" };
}
