import type { CampaignDocument, Entitlement, Perimeter } from "~/domain/campaign/document";
import type { PupilLevel } from "~/domain/campaign/vocabulary";
import { academicRegions, findAcademie } from "~/domain/territory/academies";
import { formatCount, formatList, formatNumber, nbsp, pluralOf } from "~/ui/format";
import {
  applicantLabels,
  contractLabels,
  coSignatoryLabels,
  ministryLabels,
  perPupilLabels,
  schoolKindLabels,
} from "./labels";

/** The first letter in capital, the rest as it is. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** « Lycées et EREA publics, relevant des ministères… » and the further conditions, one a line. */
export function phrasePerimeter(perimeter: Perimeter): string[] {
  const kinds = formatList(perimeter.kinds.map((kind) => schoolKindLabels[kind]));
  const sectors = perimeter.sectors;
  const sector = sectors?.length === 1 ? (sectors[0] === "public" ? " publics" : " privés") : "";
  const lines = [sentenceCase(`${kinds}${sector}`)];
  if (perimeter.ministries) {
    const names = formatList(perimeter.ministries.map((ministry) => ministryLabels[ministry]));
    lines.push(
      `Relevant ${pluralOf(perimeter.ministries.length, "du ministère", "des ministères")} ${names}`,
    );
  }
  if (perimeter.contracts) {
    const names = formatList(perimeter.contracts.map((contract) => contractLabels[contract]));
    lines.push(`S’ils sont privés, ${names}`);
  }
  const places = placesOf(perimeter);
  if (places) lines.push(places);
  if (perimeter.openOnly) lines.push("Ouverts dans l’annuaire");
  if (perimeter.maxCommunePopulation !== undefined) {
    lines.push(
      `Dans une commune de ${formatCount(perimeter.maxCommunePopulation, "habitant")} au plus`,
    );
  }
  if (perimeter.maxUrbanUnitPopulation !== undefined) {
    lines.push(
      `Hors des unités urbaines de plus de ${formatCount(perimeter.maxUrbanUnitPopulation, "habitant")}`,
    );
  }
  if (perimeter.when !== undefined) {
    lines.push(
      "Selon une condition propre à chaque établissement, vérifiée à l’ouverture du dossier",
    );
  }
  return lines;
}

function placesOf(perimeter: Perimeter): string | null {
  const { departements, academies, regionsAcademiques } = perimeter;
  if (departements) return `Dans les départements ${formatList(departements)}`;
  if (academies) {
    const names = academies.map((code) => findAcademie(code)?.name ?? code);
    return `Dans ${pluralOf(academies.length, "l’académie", "les académies")} de ${names.join(" et de ")}`;
  }
  if (!regionsAcademiques) return null;
  const names = regionsAcademiques.map(
    (code) => academicRegions.find((region) => region.code === code)?.name ?? code,
  );
  return `Dans la région académique ${formatList(names)}`;
}

/** Who may submit, and who signs along. */
export function phraseApplicants({ applicants }: CampaignDocument): string[] {
  const roles = applicants.roles.map((role) => applicantLabels[role]);
  const lines = [`La candidature est signée et transmise par ${orList(roles)}.`];
  for (const { role, required, per } of applicants.coSignatories) {
    const each = per === "school" ? ", pour chaque établissement" : "";
    lines.push(
      required
        ? `${sentenceCase(coSignatoryLabels[role])} doit aussi signer${each}.`
        : `${sentenceCase(coSignatoryLabels[role])} peut aussi signer${each}.`,
    );
  }
  if (applicants.covers === "several-schools") {
    lines.push("Une même candidature peut porter sur plusieurs établissements.");
  }
  return lines;
}

function orList(items: readonly string[]): string {
  return items.length <= 1
    ? (items[0] ?? "")
    : `${items.slice(0, -1).join(", ")} ou ${items[items.length - 1]}`;
}

/** « Ordinateur loRdi : 1 par élève de seconde, dans la limite de l’enveloppe ». */
export function phraseEntitlement(entitlement: Entitlement): string {
  const { label, quantity, per } = entitlement;
  const each =
    per === "school"
      ? "par établissement"
      : perPupilLabels[per.slice("pupils.".length) as PupilLevel];
  return `${label}${nbsp}: ${formatNumber(quantity)} ${each}, dans la limite de l’enveloppe votée.`;
}

/** « Pilotage, équipement, ENT » : the axes as one enumeration. */
export function phraseAxes({ axes }: Pick<CampaignDocument, "axes">): string {
  const names = axes.map(({ title }, index) => (index === 0 ? title : lowerFirst(title)));
  return formatList(names);
}

/** Keeps acronyms: « ENT et ressources » stays, « Pilotage » becomes « pilotage ». */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

const smallNumbers = [
  "zéro",
  "un",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
];

/** Numbers up to ten in letters, as in running text. */
export function numberWord(value: number): string {
  return smallNumbers[value] ?? formatNumber(value);
}
