import { findAcademie } from "../territory/academies";
import type { Uai } from "./uai";
import type { Ministry } from "./vocabulary";

/** The one académie whose mail domain is not its whole name. */
const shortened: Readonly<Record<string, string>> = { "la-reunion": "reunion" };

/** The mail domain of an académie: its name without accents, spaces as hyphens (`ac-orleans-tours.fr`). */
export function academieMailDomain(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `ac-${shortened[plain] ?? plain}.fr`;
}

/**
 * The address at which a school is written to: the directory's when it gives one, else the national
 * rule of the ministry of education, `ce.<uai>@ac-<academie>.fr` in lower case. Null where no rule
 * gives it: other ministries, and the vice-rectorats overseas, which have domains of their own.
 */
export function institutionalMail(school: {
  readonly uai: Uai;
  readonly institutionalMail: string | null;
  readonly academieCode: string | null;
  readonly ministry: Ministry;
}): string | null {
  const written = school.institutionalMail?.trim().toLowerCase() ?? "";
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written)) return written;
  const academie = school.academieCode === null ? null : findAcademie(school.academieCode);
  if (school.ministry !== "education" || !academie?.academicRegionCode) return null;
  return `ce.${school.uai.toLowerCase()}@${academieMailDomain(academie.name)}`;
}
