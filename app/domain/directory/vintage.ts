import type { RowIssue, UnitRow } from "./row";

/** Days between the newest facts known and a file's newest opening from which the file seems older. */
const doubtAfterDays = 548;
/** Below so many units a file without dates says nothing of its age: openings are rare. */
const fewestUnits = 100;

export type FileDates = {
  /** The latest update that a row states (AAAA-MM-JJ); null when none does. */
  readonly updatedOn: string | null;
  /** The latest opening, which dates a file that states no update. */
  readonly openedOn: string | null;
  readonly rows: number;
};

/** The dates inside a file. */
export function datesOfFile(rows: readonly UnitRow[]): FileDates {
  return {
    updatedOn: latest(rows.map(({ sourceDate }) => sourceDate)),
    openedOn: latest(rows.map(({ facts }) => facts.openedOn ?? null)),
    rows: rows.length,
  };
}

/**
 * Warns that a file is older than what is already known of its units (`knownOn`, the newest date of
 * their facts): it would take them back. A file that states no update is judged by its newest opening,
 * since schools open every September: a year and a half without one is doubtful.
 */
export function vintageWarning(
  file: FileDates,
  knownOn: string | null,
  heading: string,
): RowIssue | null {
  if (knownOn === null) return null;
  if (file.updatedOn !== null) {
    if (file.updatedOn >= knownOn) return null;
    return {
      line: 1,
      column: heading,
      value: file.updatedOn,
      message: `Ce fichier s’arrête au ${frenchDay(file.updatedOn)}, alors que l’annuaire est connu au ${frenchDay(knownOn)} : il fait revenir en arrière les établissements qu’il change.`,
    };
  }
  if (file.openedOn === null || file.rows < fewestUnits) return null;
  if (daysBetween(file.openedOn, knownOn) <= doubtAfterDays) return null;
  return {
    line: 1,
    column: "",
    value: file.openedOn,
    message: `Ce fichier n’est pas daté et sa dernière ouverture remonte au ${frenchDay(file.openedOn)}, alors que l’annuaire est connu au ${frenchDay(knownOn)} : il est sans doute plus ancien.`,
  };
}

function latest(days: readonly (string | null)[]): string | null {
  return days.reduce(
    (best, day) => (day !== null && (best === null || day > best) ? day : best),
    null,
  );
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

const frenchDay = (day: string) => day.split("-").reverse().join("/");
