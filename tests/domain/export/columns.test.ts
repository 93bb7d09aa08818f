import { describe, expect, it } from "vitest";
import type { Cell } from "~/domain/export/cells";
import { type ExportedApplication, exportColumns } from "~/domain/export/columns";
import { questionnaireSchema } from "~/domain/questionnaire/schema";

const choice = (id: string) => ({ id, label: id.toUpperCase() });
const questionnaire = questionnaireSchema.parse({
  revision: 1,
  sections: [
    {
      id: "s",
      title: "Section",
      questions: [
        { id: "texte", kind: "short-text", title: "Texte" },
        { id: "nombre", kind: "integer", title: "Élèves", unit: "élèves" },
        { id: "euros", kind: "money", title: "Coût" },
        { id: "jour", kind: "date", title: "Jour" },
        { id: "oui", kind: "yes-no", title: "Oui ?", notApplicable: true },
        { id: "un", kind: "single-choice", title: "Un", options: [choice("a"), choice("b")] },
        {
          id: "plusieurs",
          kind: "multiple-choice",
          title: "Plusieurs",
          options: [choice("a"), choice("b")],
        },
        {
          id: "tableau",
          kind: "matrix",
          title: "Tableau",
          rows: [choice("l")],
          columns: [choice("c"), choice("d")],
        },
        {
          id: "lignes",
          kind: "repeatable",
          title: "Lignes",
          questions: [{ id: "nom", kind: "short-text", title: "Nom" }],
        },
        { id: "preuve", kind: "file", title: "Preuve" },
        { id: "total", kind: "calculated", title: "Total", expr: { answer: "nombre" } },
        { id: "note", kind: "information", title: "Note" },
        { id: "texte2", kind: "short-text", title: "Élèves (élèves)", number: "1.2" },
      ],
    },
  ],
});
const document = {
  questionnaire,
  axes: [{ id: "axe", title: "Pilotage", short: "Pilotage", weight: 100 }],
} as Parameters<typeof exportColumns>[0];

function application(
  answers: Record<string, unknown>,
  retained: Record<string, unknown> = answers,
): ExportedApplication {
  const files = new Map([["preuve", ["a.pdf", "b.pdf"]]]);
  return {
    schools: [
      {
        uai: "0120001A",
        name: "Lycée A",
        commune: "Rodez",
        departement: "12 Aveyron",
        academie: "Toulouse",
      },
      {
        uai: "0120002B",
        name: "Lycée B",
        commune: "Rodez",
        departement: "12 Aveyron",
        academie: "Toulouse",
      },
    ],
    status: "Reçue",
    submittedAt: "2026-03-27T17:59:59",
    receiptNumber: "R-1",
    declaredScore: 72.5,
    declaredLevel: 0,
    examinedScore: null,
    examinedLevel: null,
    weakestAxis: "axe",
    declared: { answers, files },
    retained: { answers: retained, files },
    corrected: new Set(retained === answers ? [] : ["nombre"]),
  };
}

const read = (given: ExportedApplication, corrected: readonly string[] = []) =>
  new Map(
    exportColumns(document, new Set(corrected)).map(({ title, cell }) => [title, cell(given)]),
  );
const plain = (cell: Cell | undefined) => cell && Object.values(cell)[1];

describe("the columns of an export", () => {
  const columns = read(
    application({
      texte: "=1",
      nombre: -4,
      euros: 1250,
      jour: "2026-03-27",
      oui: { notApplicable: true },
      un: "b",
      plusieurs: ["a"],
      tableau: { l: "d" },
      lignes: [{ id: "r", values: { nom: "X" } }],
      total: -4,
    }),
  );

  it.each([
    ["UAI", "0120001A ; 0120002B"],
    ["Établissement", "Lycée A ; Lycée B"],
    ["Commune", "Rodez"],
    ["Transmise le (heure de Paris)", "2026-03-27T17:59:59"],
    ["Score déclaré", 72.5],
    ["Niveau déclaré", 0],
    ["Score instruit", null],
    ["Axe le plus faible", "Pilotage"],
    ["1.1 Texte", "'=1"],
    ["1.2 Élèves (élèves)", -4],
    ["1.3 Coût (€)", 12.5],
    ["1.4 Jour", "2026-03-27"],
    ["1.5 Oui ?", "Sans objet"],
    ["1.6 Un", "B"],
    ["1.7 Plusieurs\u00a0: A", true],
    ["1.7 Plusieurs\u00a0: B", false],
    ["1.8 Tableau\u00a0: L", "D"],
    ["1.9 Lignes (nombre de lignes)", 1],
    ["1.9 Lignes (détail)", "Nom\u00a0: X"],
    ["1.10 Preuve (nombre de fichiers)", 2],
    ["1.10 Preuve (fichiers)", "a.pdf\nb.pdf"],
    ["1.11 Total", -4],
    ["1.2 Élèves (élèves) (2)", null],
  ])("« %s » is %j", (title, value) => {
    expect([...columns.keys()]).toContain(title);
    expect(plain(columns.get(title)) ?? null).toBe(value);
  });

  it("have titles that tell every one apart, and none for an information", () => {
    const titles = exportColumns(document, new Set(["nombre"])).map(({ title }) =>
      title.toLowerCase(),
    );
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.some((title) => title.includes("note"))).toBe(false);
  });

  it("show the retained value beside the declared one, where a file of the export was corrected", () => {
    const given = application({ nombre: 5, total: 5 }, { nombre: 3, total: 3 });
    const both = read(given, ["nombre"]);
    expect(plain(both.get("1.2 Élèves – valeur retenue (élèves)"))).toBe(3);
    expect(plain(both.get("1.11 Total – valeur retenue"))).toBe(3);
    expect(plain(both.get("1.2 Élèves (élèves)"))).toBe(5);
    expect(plain(both.get("Questions corrigées par l’instruction"))).toBe("1.2");
    expect(both.has("1.1 Texte – valeur retenue")).toBe(false);
  });
});
