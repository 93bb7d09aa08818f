import { gzipSync } from "node:zlib";

/** Directory files as people really bring them: one content, every way to write it down. */

export const encodings = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"] as const;
export const separators = [";", ",", "\t"] as const;
export const lineEnds = ["\n", "\r\n"] as const;

/** Headings of the same columns over the years. */
export const vintages = {
  underscored: [
    "Identifiant_de_l_etablissement",
    "Nom_etablissement",
    "Type_etablissement",
    "Statut_public_prive",
    "Adresse_1",
    "Code_postal",
    "Code_commune",
    "Nom_commune",
    "Code_departement",
    "Code_academie",
    "Code_region",
    "Nombre_d_eleves",
    "SIREN_SIRET",
    "etat",
    "ministere_tutelle",
    "code_nature",
    "date_maj_ligne",
  ],
  api: [
    "identifiant_de_l_etablissement",
    "nom_etablissement",
    "type_etablissement",
    "statut_public_prive",
    "adresse_1",
    "code_postal",
    "code_commune",
    "nom_commune",
    "code_departement",
    "code_academie",
    "code_region",
    "nombre_d_eleves",
    "siren_siret",
    "etat",
    "ministere_tutelle",
    "code_nature",
    "date_maj_ligne",
  ],
  spaced: [
    "Identifiant de l’établissement",
    "Nom établissement",
    "Type établissement",
    "Secteur public privé",
    "Adresse",
    "Code postal",
    "Code commune",
    "Commune",
    "Code département",
    "Code académie",
    "Code région",
    "Nombre d’élèves",
    "SIRET",
    "État",
    "Ministère tutelle",
    "Code nature",
    "Date maj ligne",
  ],
} as const;

export type Vintage = keyof typeof vintages;

export const sampleRows: readonly (readonly string[])[] = [
  [
    "0311131L",
    "Lycée polyvalent « Cœur d’Oc »; site 1",
    "Lycée",
    "Public",
    "16 rue du Bugatet",
    "31800",
    "31483",
    "Saint-Gaudens",
    "031",
    "16",
    "76",
    "812",
    "",
    "OUVERT",
    "MINISTERE DE L'EDUCATION NATIONALE",
    "306",
    "2024-11-26",
  ],
  [
    "0301326D",
    'Collège "André", le Vigan',
    "Collège",
    "Public",
    "1 avenue Jean Jaurès\nBP 31029",
    "30123",
    "30350",
    "Le Vigan",
    "030",
    "11",
    "76",
    "",
    "",
    "OUVERT",
    "MINISTERE DE L'EDUCATION NATIONALE",
    "340",
    "2024-11-26",
  ],
  [
    "0932030B",
    "Lycée de l’Île",
    "Lycée",
    "Public",
    "152 rue Jean Durand",
    "93240",
    "93072",
    "Stains",
    "093",
    "24",
    "11",
    "1140",
    "19932030000023",
    "OUVERT",
    "MINISTERE DE L'EDUCATION NATIONALE",
    "306",
    "2024-11-26",
  ],
  [
    "0071168G",
    "Collège privé d’Été",
    "Collège",
    "Privé",
    "",
    "07270",
    "07129",
    "Lamastre",
    "007",
    "08",
    "84",
    "",
    "",
    "OUVERT",
    "MINISTERE DE L'EDUCATION NATIONALE",
    "340",
    "2024-11-26",
  ],
];

export type Writing = {
  vintage?: Vintage;
  encoding?: (typeof encodings)[number];
  separator?: string;
  lineEnd?: string;
  gzip?: boolean;
  chunk?: number;
};

/** Writes rows as a file and cuts it into chunks as a stream would. */
export function writeDirectory(
  rows: readonly (readonly string[])[] = sampleRows,
  writing: Writing = {},
): Uint8Array[] {
  const { vintage = "underscored", separator = ";", lineEnd = "\n" } = writing;
  const quote = (cell: string) =>
    /["\n;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = [vintages[vintage], ...rows]
    .map((cells) => cells.map(quote).join(separator))
    .map((line) => line.replaceAll("\n", lineEnd) + lineEnd)
    .join("");
  const encoded = encodeText(text, writing.encoding ?? "utf-8");
  return cut(writing.gzip ? gzipSync(encoded) : encoded, writing.chunk ?? 65_536);
}

export function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    chunks.push(bytes.subarray(start, start + size));
  }
  return chunks;
}

const windowsBytes: Readonly<Record<string, number>> = { "’": 0x92, œ: 0x9c, "€": 0x80 };

export function encodeText(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text, "utf8");
    case "utf-8-bom":
      return Buffer.from(`\uFEFF${text}`, "utf8");
    case "utf-16le":
      return Buffer.from(`\uFEFF${text}`, "utf16le");
    case "utf-16be":
      return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
    case "windows-1252":
      return Uint8Array.from(text, (letter) => windowsBytes[letter] ?? letter.charCodeAt(0));
  }
}
