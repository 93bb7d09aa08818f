import { foldText } from "./fold-text";
import type {
  AttachmentKind,
  Contract,
  EducationPriority,
  Ministry,
  Sector,
  UnitKind,
  UnitState,
} from "./vocabulary";

/** Natures whose kind is not that of their hundred, read off the real files. */
const kindByNature: Readonly<Record<string, UnitKind>> = {
  "334": "section",
  "335": "section",
  "344": "section",
  "390": "section",
  "340": "college",
  "349": "college",
  "350": "college",
  "352": "college",
  "370": "erea",
  "380": "maison-familiale",
  "841": "cio",
};

const kindByHundred: Readonly<Record<string, UnitKind>> = {
  "1": "ecole",
  "2": "medico-social",
  "4": "superieur",
  "8": "service-administratif",
};

const kindByType: ReadonlyArray<readonly [start: string, kind: UnitKind]> = [
  ["ecole", "ecole"],
  ["college", "college"],
  ["lycee", "lycee"],
  ["erea", "erea"],
  ["medicosocial", "medico-social"],
  ["serviceadministratif", "service-administratif"],
  ["informationetorientation", "cio"],
];

/** The kind of a three-digit nature code; null for one that says nothing. */
export function kindOfNature(nature: string): UnitKind | null {
  if (!/^[0-9]{3}$/.test(nature)) return null;
  const special = kindByNature[nature];
  if (special !== undefined) return special;
  if (/^3[0-3]/.test(nature)) return "lycee";
  return kindByHundred[nature.charAt(0)] ?? null;
}

/** The kind of a type label (« Lycée », « Médico-social »); null when it is empty or unknown. */
export function kindOfType(label: string): UnitKind | null {
  const folded = foldText(label);
  return kindByType.find(([start]) => folded.startsWith(start))?.[1] ?? null;
}

/**
 * The kinds of one row: the unit's own, by nature first, and the site's. A row typed « Collège » under
 * the nature of a lycée is the collège of a cité scolaire; a section typed « Lycée » stays a section.
 */
export function classifyRow(nature: string, type: string): { unit: UnitKind; site: UnitKind } {
  const typed = kindOfType(type);
  const unit = kindOfNature(nature) ?? typed ?? "autre";
  const twoInOne = (kind: UnitKind | null) => kind === "college" || kind === "lycee";
  return { unit, site: twoInOne(unit) && twoInOne(typed) && typed !== null ? typed : unit };
}

const ministryByWord: ReadonlyArray<readonly [word: string, ministry: Ministry]> = [
  ["educationnationale", "education"],
  ["agriculture", "agriculture"],
  ["sante", "sante"],
  ["enseignementsuperieur", "superieur"],
  ["defense", "defense"],
  ["armees", "defense"],
  ["justice", "justice"],
  ["culture", "culture"],
  ["travail", "travail"],
];

/** The ministry of a label as the files write it; an empty or unknown one is `autre`. */
export function ministryOf(label: string): Ministry {
  const folded = foldText(label);
  if (folded === "mer") return "mer";
  return ministryByWord.find(([word]) => folded.includes(word))?.[1] ?? "autre";
}

/** The sector of « Public » or « Privé »; null for a service, which has none. */
export function sectorOf(label: string): Sector | null {
  const folded = foldText(label);
  if (folded.startsWith("pu")) return "public";
  return folded.startsWith("pr") ? "prive" : null;
}

const contractByCode = new Map<string, Contract>(
  Object.entries({
    "99": "sans-objet",
    "30": "association-totale",
    "31": "association-partielle",
    "20": "simple-total",
    "21": "simple-partiel",
    "60": "agricole",
    "50": "reconnu",
    "10": "hors-contrat",
  } as const),
);

/** The contract, by its code and failing that by its label (one real label is spelt « C0NTRAT »). */
export function contractOf(code: string, label: string): Contract {
  const known = contractByCode.get(code.trim());
  if (known !== undefined) return known;
  const folded = foldText(label).replace("c0ntrat", "contrat");
  const partial = folded.includes("partie");
  if (folded === "sansobjet") return "sans-objet";
  if (folded.startsWith("horscontrat")) return "hors-contrat";
  if (folded.includes("agricole")) return "agricole";
  if (folded.startsWith("reconnu")) return "reconnu";
  if (folded.includes("association"))
    return partial ? "association-partielle" : "association-totale";
  if (folded.includes("simple")) return partial ? "simple-partiel" : "simple-total";
  return "inconnu";
}

const stateByText = new Map<string, UnitState>(
  Object.entries({
    "1": "ouvert",
    "2": "a-fermer",
    "3": "a-ouvrir",
    "4": "ferme",
    ouvert: "ouvert",
    afermer: "a-fermer",
    aouvrir: "a-ouvrir",
    ferme: "ferme",
  } as const),
);

/** The state, by its label and failing that by its code. */
export function stateOf(label: string, code: string): UnitState {
  return stateByText.get(foldText(label)) ?? stateByText.get(foldText(code)) ?? "inconnu";
}

/** Open to pupils today: a unit about to close still is, one about to open is not yet. */
export function isOpenState(state: UnitState): boolean {
  return state === "ouvert" || state === "a-fermer" || state === "inconnu";
}

/** How a unit hangs on its mother, by the file's label. */
export function attachmentOf(label: string): AttachmentKind | null {
  const folded = foldText(label);
  if (folded === "") return null;
  if (folded.startsWith("annexe")) return "annexe";
  return folded.includes("section") ? "section" : "autre";
}

/** REP or REP+; null for a school outside priority education. */
export function educationPriorityOf(label: string): EducationPriority | null {
  const text = label.trim().toUpperCase().replace(/\s/g, "");
  if (text === "REP+") return "rep-plus";
  return text === "REP" ? "rep" : null;
}
