import { formatCount, formatList } from "~/ui/format";

/** One school as the head of a page tells it. */
export type NamedSchool = {
  readonly uai: string;
  readonly name: string;
  readonly commune: string | null;
  readonly departement: string | null;
  readonly pupils: number | null;
};

/** « Millau, Aveyron · UAI 0129901X · 1 142 élèves ». */
export function describeSchool(school: NamedSchool): string {
  const place = [school.commune, school.departement].filter(Boolean).join(", ");
  return [
    place,
    `UAI\u00a0${school.uai}`,
    school.pupils === null ? "" : formatCount(school.pupils, "élève"),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The name of what applies: its school, or « 3 écoles » of a commune with their names. */
export function applicantTitle(schools: readonly NamedSchool[]): string {
  const [first] = schools;
  if (first === undefined) return "Candidature";
  return schools.length === 1 ? first.name : formatList(schools.map((school) => school.name));
}
