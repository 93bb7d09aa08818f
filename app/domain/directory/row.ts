import { findAcademie } from "../territory/academies";
import { parseDepartementCode } from "../territory/departement-code";
import * as cells from "./cells";
import {
  attachmentOf,
  classifyRow,
  contractOf,
  educationPriorityOf,
  isOpenState,
  ministryOf,
  sectorOf,
  stateOf,
} from "./classification";
import type { ColumnMap, DirectoryField } from "./columns";
import { parseUai, type Uai } from "./uai";
import type { UnitFacts, UnitSite } from "./unit";

/** Something to tell about one cell: the physical line of its row, the heading, what stood there. */
export type RowIssue = { line: number; column: string; value: string; message: string };

/** A row of the directory, read. */
export type UnitRow = {
  line: number;
  uai: Uai;
  facts: Partial<UnitFacts>;
  site: UnitSite;
  circonscriptionName: string | null;
  bassinName: string | null;
  sourceDate: string | null;
};

export type RowReading =
  | { ok: true; row: UnitRow; warnings: RowIssue[] }
  | { ok: false; issue: RowIssue };

const uaiMessages = {
  empty: "L’identifiant de l’établissement (UAI) manque.",
  malformed: "Un UAI compte sept chiffres et une lettre.",
  "wrong-letter": "La lettre de contrôle de l’UAI ne correspond pas à ses chiffres.",
} as const;

/** Reads one row: its facts as far as the file has columns for them, and what was damaged in it. */
export function readRow(columns: ColumnMap, record: readonly string[], line: number): RowReading {
  const warnings: RowIssue[] = [];
  const raw = (field: DirectoryField): string => {
    const column = columns.get(field);
    return column === undefined ? "" : (record[column.index] ?? "");
  };
  const issue = (field: DirectoryField, message: string): RowIssue => ({
    line,
    column: columns.get(field)?.heading ?? field,
    value: cells.quoteCell(raw(field)),
    message,
  });
  const checked = <Value>(
    field: DirectoryField,
    read: (raw: string) => cells.CellReading<Value>,
  ): Value | null | undefined => {
    const { value, damage } = read(raw(field));
    if (damage === undefined) return value;
    warnings.push(issue(field, damage));
    return value ?? undefined;
  };

  const identifier = parseUai(raw("uai"));
  if (!identifier.ok) return { ok: false, issue: issue("uai", uaiMessages[identifier.reason]) };
  if (identifier.restoredZeros) {
    warnings.push(issue("uai", "Zéros initiaux perdus par un tableur : UAI rétabli."));
  }
  const natureLabel = cells.readText(raw("natureLabel"));
  const name = cells.readText(raw("name")) ?? natureLabel;
  if (name === null)
    return { ok: false, issue: issue("name", "Le nom de l’établissement manque.") };
  for (const [field, column] of columns) {
    if ((record[column.index] ?? "").includes("\uFFFD")) {
      warnings.push(issue(field, "Caractère illisible : vérifiez l’encodage du fichier."));
    }
  }

  const classified = classifyRow(raw("natureCode").trim(), raw("type"));
  const state = stateOf(raw("stateLabel"), raw("stateCode"));
  const [latitude, longitude] = readPlace(raw, checked);
  const sourceDate = checked("updatedOn", cells.readDay) ?? null;
  const pupils = checked("pupils", cells.readHeadcount);
  const natureCode = cells.readCode(raw("natureCode"));
  const address = cells.readText([raw("address1"), raw("address2")].filter(Boolean).join(", "));
  const motherUai = readMother(raw("motherUai"));
  if (motherUai.damaged) warnings.push(issue("motherUai", uaiMessages.malformed));
  const postalCode = checked("postalCode", cells.readPostalCode);
  const locality = cells.readText(raw("locality"));
  const departementCode = parseDepartementCode(raw("departementCode"));
  if (departementCode === null && raw("departementCode").trim() !== "") {
    warnings.push(issue("departementCode", "Ce code n’est pas celui d’un département."));
  }

  /** A fact whose column is missing stays as the database has it: it is left undefined, then dropped. */
  const from = <Value>(field: DirectoryField, value: Value) =>
    columns.has(field) ? value : undefined;
  const eitherOf = <Value>(one: DirectoryField, other: DirectoryField, value: Value) =>
    columns.has(one) || columns.has(other) ? value : undefined;
  const flag = (field: DirectoryField) => from(field, cells.readBoolean(raw(field)));
  const facts = withoutUndefined({
    name,
    kind: classified.unit,
    natureCode: from("natureCode", natureCode),
    natureLabel: from("natureLabel", natureLabel),
    ministry: from("ministryLabel", ministryOf(raw("ministryLabel"))),
    sector: from("sector", sectorOf(raw("sector"))),
    contract: eitherOf(
      "contractCode",
      "contractLabel",
      contractOf(raw("contractCode"), raw("contractLabel")),
    ),
    fileCommuneCode: checked("communeCode", cells.readCommuneCode),
    departementCode,
    academieCode: findAcademie(raw("academieCode"))?.code ?? null,
    circonscriptionCode: from("circonscriptionCode", cells.readCode(raw("circonscriptionCode"))),
    bassinCode: from("bassinCode", cells.readCode(raw("bassinCode"))),
    motherUai: from("motherUai", motherUai.uai),
    attachment: from("attachment", attachmentOf(raw("attachment"))),
    rpiConcentrated: flag("rpiConcentrated"),
    rpiDispersedCode: from("rpiDispersed", cells.readCode(raw("rpiDispersed"))),
    address: from("address1", address),
    postalCode: from("postalCode", postalCode),
    locality: from("locality", locality),
    latitude: eitherOf("latitude", "position", latitude),
    longitude: eitherOf("longitude", "position", longitude),
    siret: from("siret", checked("siret", cells.readSiret)),
    ...(typeof pupils === "number" && {
      pupils,
      pupilsSource: "annuaire" as const,
      pupilsDate: sourceDate,
    }),
    educationPriority: from("educationPriority", educationPriorityOf(raw("educationPriority"))),
    boarding: flag("boarding"),
    generalTrack: flag("generalTrack"),
    technologicalTrack: flag("technologicalTrack"),
    vocationalTrack: flag("vocationalTrack"),
    institutionalMail: from("mail", cells.readMail(raw("mail"))),
    state: eitherOf("stateLabel", "stateCode", state),
    open: eitherOf("stateLabel", "stateCode", isOpenState(state)),
    openedOn: from("openedOn", checked("openedOn", cells.readDay)),
  } satisfies Partial<UnitFacts>);
  return {
    ok: true,
    warnings,
    row: {
      line,
      uai: identifier.uai,
      facts,
      site: {
        name,
        kind: classified.site,
        natureCode,
        address,
        postalCode: postalCode ?? null,
        locality,
        latitude,
        longitude,
      },
      circonscriptionName: cells.readText(raw("circonscriptionName")),
      bassinName: cells.readText(raw("bassinName")),
      sourceDate,
    },
  };
}

type Place = readonly [latitude: number | null, longitude: number | null];

type Checked = <Value>(
  field: DirectoryField,
  read: (raw: string) => cells.CellReading<Value>,
) => Value | null | undefined;

/** Both degrees or neither, from their own columns and failing those from « lat, lon ». */
function readPlace(raw: (field: DirectoryField) => string, checked: Checked): Place {
  let latitude = checked("latitude", (text) => cells.readDegrees(text, 90));
  let longitude = checked("longitude", (text) => cells.readDegrees(text, 180));
  if (typeof latitude !== "number" || typeof longitude !== "number") {
    const pair = /^(-?[0-9.]+)\s*,\s*(-?[0-9.]+)$/.exec(raw("position").trim());
    latitude = cells.readDegrees(pair?.[1] ?? "", 90).value;
    longitude = cells.readDegrees(pair?.[2] ?? "", 180).value;
  }
  return latitude === null || longitude === null ? [null, null] : [latitude, longitude];
}

function readMother(raw: string): { uai: Uai | null; damaged: boolean } {
  if (raw.trim() === "") return { uai: null, damaged: false };
  const reading = parseUai(raw);
  return reading.ok ? { uai: reading.uai, damaged: false } : { uai: null, damaged: true };
}

function withoutUndefined(facts: Partial<UnitFacts>): Partial<UnitFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
