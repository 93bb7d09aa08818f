/**
 * Régions académiques and académies, with the départements each covers: a reference table of ours.
 * Codes are those of the ministry's open files; a région académique carries its région's INSEE code.
 * A test checks every line against the real directory files.
 */
export type Academie = {
  code: string;
  name: string;
  /** INSEE code of the région académique; null for the vice-rectorats overseas. */
  academicRegionCode: string | null;
  departements: readonly string[];
};

export type AcademicRegion = { code: string; name: string };

/** The 18 régions académiques. */
export const academicRegions: readonly AcademicRegion[] = [
  { code: "01", name: "Guadeloupe" },
  { code: "02", name: "Martinique" },
  { code: "03", name: "Guyane" },
  { code: "04", name: "La Réunion" },
  { code: "06", name: "Mayotte" },
  { code: "11", name: "Île-de-France" },
  { code: "24", name: "Centre-Val de Loire" },
  { code: "27", name: "Bourgogne-Franche-Comté" },
  { code: "28", name: "Normandie" },
  { code: "32", name: "Hauts-de-France" },
  { code: "44", name: "Grand Est" },
  { code: "52", name: "Pays de la Loire" },
  { code: "53", name: "Bretagne" },
  { code: "75", name: "Nouvelle-Aquitaine" },
  { code: "76", name: "Occitanie" },
  { code: "84", name: "Auvergne-Rhône-Alpes" },
  { code: "93", name: "Provence-Alpes-Côte d’Azur" },
  { code: "94", name: "Corse" },
];

const academie = (
  code: string,
  name: string,
  academicRegionCode: string | null,
  departements: string,
): Academie => ({ code, name, academicRegionCode, departements: departements.split(" ") });

/** The 30 académies and the four vice-rectorats or services overseas. */
export const academies: readonly Academie[] = [
  academie("01", "Paris", "11", "75"),
  academie("02", "Aix-Marseille", "93", "04 05 13 84"),
  academie("03", "Besançon", "27", "25 39 70 90"),
  academie("04", "Bordeaux", "75", "24 33 40 47 64"),
  academie("06", "Clermont-Ferrand", "84", "03 15 43 63"),
  academie("07", "Dijon", "27", "21 58 71 89"),
  academie("08", "Grenoble", "84", "07 26 38 73 74"),
  academie("09", "Lille", "32", "59 62"),
  academie("10", "Lyon", "84", "01 42 69"),
  academie("11", "Montpellier", "76", "11 30 34 48 66"),
  academie("12", "Nancy-Metz", "44", "54 55 57 88"),
  academie("13", "Poitiers", "75", "16 17 79 86"),
  academie("14", "Rennes", "53", "22 29 35 56"),
  academie("15", "Strasbourg", "44", "67 68"),
  academie("16", "Toulouse", "76", "09 12 31 32 46 65 81 82"),
  academie("17", "Nantes", "52", "44 49 53 72 85"),
  academie("18", "Orléans-Tours", "24", "18 28 36 37 41 45"),
  academie("19", "Reims", "44", "08 10 51 52"),
  academie("20", "Amiens", "32", "02 60 80"),
  academie("22", "Limoges", "75", "19 23 87"),
  academie("23", "Nice", "93", "06 83"),
  academie("24", "Créteil", "11", "77 93 94"),
  academie("25", "Versailles", "11", "78 91 92 95"),
  academie("27", "Corse", "94", "2A 2B"),
  academie("28", "La Réunion", "04", "974"),
  academie("31", "Martinique", "02", "972"),
  academie("32", "Guadeloupe", "01", "971 977 978"),
  academie("33", "Guyane", "03", "973"),
  academie("40", "Nouvelle-Calédonie", null, "988"),
  academie("41", "Polynésie française", null, "987"),
  academie("42", "Wallis-et-Futuna", null, "986"),
  academie("43", "Mayotte", "06", "976"),
  academie("44", "Saint-Pierre-et-Miquelon", null, "975"),
  academie("70", "Normandie", "28", "14 27 50 61 76"),
];

/** Caen and Rouen became Normandie in 2020: older files still carry their codes. */
const formerAcademies: ReadonlyMap<string, string> = new Map([
  ["05", "70"],
  ["21", "70"],
]);

const byCode = new Map(academies.map((entry) => [entry.code, entry]));
const byDepartement = new Map(
  academies.flatMap((entry) => entry.departements.map((code) => [code, entry] as const)),
);

/** The present académie of a code as files write it (`6`, `06`, former codes); null when unknown. */
export function findAcademie(code: string): Academie | null {
  const padded = code.trim().padStart(2, "0");
  return byCode.get(formerAcademies.get(padded) ?? padded) ?? null;
}

/** The académie that covers a département; null where there is none (Terres australes, Clipperton). */
export function academieOfDepartement(departement: string): Academie | null {
  return byDepartement.get(departement) ?? null;
}
