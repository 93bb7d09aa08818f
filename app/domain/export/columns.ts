import type { CampaignDocument } from "../campaign/document";
import type { Answers, Question } from "../questionnaire/types";
import { listQuestions, numberQuestions } from "../questionnaire/walk";
import { answerParts, fileParts } from "./answer-parts";
import { type Cell, numberCell, textCell } from "./cells";
import { sheetText } from "./sheet-text";

export type ExportedSchool = {
  readonly uai: string;
  readonly name: string;
  readonly commune: string | null;
  /** « 12 Aveyron » and « Toulouse ». */
  readonly departement: string | null;
  readonly academie: string | null;
};

/** Answers as one side reads them; calculated questions among them, files by question apart. */
export type ReadAnswers = {
  readonly answers: Answers;
  readonly files: ReadonlyMap<string, readonly string[]>;
};

/** A submitted application as an export writes it. */
export type ExportedApplication = {
  /** Its schools inside the scope. */
  readonly schools: readonly ExportedSchool[];
  /** In French. */
  readonly status: string;
  /** Date and time in Paris, YYYY-MM-DDTHH:mm:ss. */
  readonly submittedAt: string;
  readonly receiptNumber: string;
  readonly declaredScore: number | null;
  readonly declaredLevel: number | null;
  readonly examinedScore: number | null;
  readonly examinedLevel: number | null;
  /** Identifier of the axis. */
  readonly weakestAxis: string | null;
  readonly declared: ReadAnswers;
  /** The declared answers under the corrections of the examination. */
  readonly retained: ReadAnswers;
  /** Questions that the examination corrected. */
  readonly corrected: ReadonlySet<string>;
};

export type ExportColumn = {
  readonly title: string;
  readonly cell: (application: ExportedApplication) => Cell;
};

/**
 * The columns of an export: what identifies the file, then every question that carries an answer as it was
 * declared. A question that the examination corrected in some file of the export (`corrected`) is followed by
 * the value retained, the declared one where it was not corrected; calculated questions too, since they follow.
 */
export function exportColumns(
  document: Pick<CampaignDocument, "axes" | "questionnaire">,
  corrected: ReadonlySet<string>,
): ExportColumn[] {
  const numbers = numberQuestions(document.questionnaire);
  const questions = listQuestions(document.questionnaire).map(({ question }) => question);
  const nameOf = (id: string) => numbers.get(id) ?? id;
  const columns = [
    ...fixedColumns(document),
    ...(corrected.size > 0 ? [correctedColumn(nameOf)] : []),
    ...questions.flatMap((question) => {
      const name = [numbers.get(question.id), question.title].filter(Boolean).join(" ");
      const isRetained =
        corrected.has(question.id) || (corrected.size > 0 && question.kind === "calculated");
      return [
        ...questionColumns(question, name, "declared"),
        ...(isRetained ? questionColumns(question, `${name} – valeur retenue`, "retained") : []),
      ];
    }),
  ];
  return withUniqueTitles(columns);
}

function questionColumns(
  question: Question,
  name: string,
  side: "declared" | "retained",
): ExportColumn[] {
  const { id } = question;
  if (question.kind === "file") {
    return fileParts.map(({ suffix, cell }) => ({
      title: name + suffix,
      cell: (application) => cell(application[side].files.get(id) ?? []),
    }));
  }
  return answerParts(question).map(({ suffix, cell }) => ({
    title: name + suffix,
    cell: (application) => cell(application[side].answers[id]),
  }));
}

function fixedColumns({ axes }: Pick<CampaignDocument, "axes">): ExportColumn[] {
  const axisNames = new Map(axes.map(({ id, title }) => [id, title]));
  const schools = (title: string, of: (school: ExportedSchool) => string | null): ExportColumn => ({
    title,
    cell: ({ schools: listed }) => textCell(distinct(listed.map(of)).join(" ; ")),
  });
  const number = (title: string, of: (file: ExportedApplication) => number | null) => ({
    title,
    cell: (file: ExportedApplication) => numberCell(of(file)),
  });
  return [
    schools("UAI", ({ uai }) => uai),
    schools("Établissement", ({ name }) => name),
    schools("Commune", ({ commune }) => commune),
    schools("Département", ({ departement }) => departement),
    schools("Académie", ({ academie }) => academie),
    { title: "Statut", cell: ({ status }) => textCell(status) },
    {
      title: "Transmise le (heure de Paris)",
      cell: ({ submittedAt }) => ({ type: "instant", local: submittedAt }),
    },
    { title: "Numéro de récépissé", cell: ({ receiptNumber }) => textCell(receiptNumber) },
    number("Score déclaré", ({ declaredScore }) => declaredScore),
    number("Niveau déclaré", ({ declaredLevel }) => declaredLevel),
    number("Score instruit", ({ examinedScore }) => examinedScore),
    number("Niveau instruit", ({ examinedLevel }) => examinedLevel),
    {
      title: "Axe le plus faible",
      cell: ({ weakestAxis }) => textCell(axisNames.get(weakestAxis ?? "") ?? weakestAxis ?? ""),
    },
  ];
}

function correctedColumn(nameOf: (id: string) => string): ExportColumn {
  return {
    title: "Questions corrigées par l’instruction",
    cell: ({ corrected }) => textCell([...corrected].map(nameOf).join(" ; ")),
  };
}

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null && value !== "")),
];

/** Titles that no formula begins and that tell every column apart, whatever the case. */
function withUniqueTitles(columns: readonly ExportColumn[]): ExportColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const wanted = sheetText(column.title);
    let title = wanted;
    for (let rank = 2; taken.has(title.toLowerCase()); rank += 1) title = `${wanted} (${rank})`;
    taken.add(title.toLowerCase());
    return { ...column, title };
  });
}
