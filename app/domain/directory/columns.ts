import { foldText } from "./fold-text";

/**
 * What the importer reads, and the names that official files have given it over the years: the
 * underscored directory, its API, the geolocated file of schools and its older headings.
 * Names are compared without case, accent, space, apostrophe or underscore.
 */
const namesByField = {
  uai: [
    "identifiantdeletablissement",
    "numerouai",
    "codeuai",
    "uai",
    "codeetablissement",
    "numeroetablissement",
  ],
  name: ["nometablissement", "appellationofficielle", "appellationofficielleuai"],
  type: ["typeetablissement"],
  sector: ["statutpublicprive", "secteurpublicprivelibe", "secteurpublicprive"],
  address1: ["adresse1", "adresseuai", "adresse"],
  address2: ["adresse2", "lieudituai", "lieudit"],
  postalCode: ["codepostal", "codepostaluai"],
  communeCode: ["codecommune", "codeinsee", "codecommuneinsee"],
  locality: [
    "nomcommune",
    "libellecommune",
    "commune",
    "localiteacheminementuai",
    "localitedacheminement",
  ],
  departementCode: ["codedepartement"],
  academieCode: ["codeacademie"],
  natureCode: ["codenature", "natureuai"],
  natureLabel: ["libellenature", "natureuailibe", "nature"],
  generalTrack: ["voiegenerale"],
  technologicalTrack: ["voietechnologique"],
  vocationalTrack: ["voieprofessionnelle"],
  boarding: ["hebergement"],
  educationPriority: ["appartenanceeducationprioritaire"],
  siret: ["sirensiret", "siret"],
  pupils: ["nombredeleves", "nombreeleves"],
  position: ["position"],
  latitude: ["latitude"],
  longitude: ["longitude"],
  contractCode: ["codetypecontratprive", "secteurprivecodetypecontrat"],
  contractLabel: ["typecontratprive", "secteurprivelibelletypecontrat"],
  circonscriptionCode: ["codecirconscription"],
  circonscriptionName: ["nomcirconscription"],
  bassinCode: ["codebassinformation"],
  bassinName: ["libellebassinformation"],
  openedOn: ["dateouverture"],
  updatedOn: ["datemajligne"],
  stateLabel: ["etat", "etatetablissementlibe", "etatetablissementlibelle"],
  stateCode: ["etatetablissement", "codeetatetablissement"],
  ministryLabel: ["ministeretutelle", "libelleministere"],
  rpiConcentrated: ["rpiconcentre"],
  rpiDispersed: ["rpidisperse"],
  motherUai: ["etablissementmere"],
  attachment: ["typerattachementetablissementmere"],
  mail: ["mail", "courriel", "email"],
} as const satisfies Record<string, readonly string[]>;

export type DirectoryField = keyof typeof namesByField;

const fieldByName = new Map<string, DirectoryField>(
  (Object.keys(namesByField) as DirectoryField[]).flatMap((field) =>
    namesByField[field].map((name) => [name, field] as const),
  ),
);

/** Where each known field stands in a file, and the heading it carries there. */
export type ColumnMap = ReadonlyMap<DirectoryField, { index: number; heading: string }>;

/** Finds the known columns of a header row; of two columns for one field, the first listed name wins. */
export function mapColumns(header: readonly string[]): ColumnMap {
  const map = new Map<DirectoryField, { index: number; heading: string; rank: number }>();
  header.forEach((heading, index) => {
    const name = foldText(heading);
    const field = fieldByName.get(name);
    if (field === undefined) return;
    const rank = [...namesByField[field]].map(String).indexOf(name);
    const current = map.get(field);
    if (current === undefined || rank < current.rank) {
      map.set(field, { index, heading: heading.trim(), rank });
    }
  });
  return map;
}

/** Whether a header is that of a directory: an identifier, a name and a place. */
export function isDirectoryHeader(columns: ColumnMap): boolean {
  const placed = columns.has("communeCode") || columns.has("departementCode");
  return columns.has("uai") && columns.has("name") && placed;
}
