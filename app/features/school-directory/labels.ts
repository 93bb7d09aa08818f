import { type Collectivite, type OwnerReason, ruleOf } from "~/domain/directory/equipment-owner";
import type { OwnerRefusal } from "~/domain/directory/owner-history";
import type {
  Contract,
  Ministry,
  OwnerKind,
  Sector,
  UnitKind,
  UnitState,
} from "~/domain/directory/vocabulary";
import { formatDate } from "~/ui/format";

export const unitKindLabels: Readonly<Record<UnitKind, string>> = {
  ecole: "École",
  college: "Collège",
  lycee: "Lycée",
  erea: "EREA",
  section: "Section",
  "maison-familiale": "Maison familiale rurale",
  superieur: "Enseignement supérieur",
  "medico-social": "Unité médico-sociale",
  cio: "Centre d’information et d’orientation",
  "service-administratif": "Service administratif",
  autre: "Autre",
};

export const ministryLabels: Readonly<Record<Ministry, string>> = {
  education: "Éducation nationale",
  agriculture: "Agriculture",
  mer: "Mer",
  defense: "Armées",
  sante: "Santé",
  superieur: "Enseignement supérieur",
  justice: "Justice",
  culture: "Culture",
  travail: "Travail",
  autre: "Autre",
};

export const stateLabels: Readonly<Record<UnitState, string>> = {
  ouvert: "Ouvert",
  "a-ouvrir": "À ouvrir",
  "a-fermer": "À fermer",
  ferme: "Fermé",
  inconnu: "Non communiqué",
};

export const sectorLabels: Readonly<Record<Sector, string>> = { public: "Public", prive: "Privé" };

export const contractLabels: Readonly<Record<Contract, string>> = {
  "sans-objet": "Sans objet",
  "association-totale": "Contrat d’association, toutes classes",
  "association-partielle": "Contrat d’association, une partie des classes",
  "simple-total": "Contrat simple, toutes classes",
  "simple-partiel": "Contrat simple, une partie des classes",
  agricole: "Contrat avec le ministère de l’Agriculture",
  reconnu: "Reconnu par l’État",
  "hors-contrat": "Hors contrat",
  inconnu: "Non communiqué",
};

export const ownerKindLabels: Readonly<Record<OwnerKind, string>> = {
  commune: "Commune",
  epci: "Intercommunalité (EPCI)",
  sivos: "Syndicat scolaire (SIVOS)",
  departement: "Département",
  "collectivite-alsace": "Collectivité européenne d’Alsace",
  "metropole-lyon": "Métropole de Lyon",
  region: "Région",
  "collectivite-unique": "Collectivité unique",
};

const ruleLabels: Readonly<Record<OwnerReason, string>> = {
  "ecole-commune": "école publique, à sa commune",
  "ecole-epci-competent": "école publique, à l’intercommunalité qui exerce la compétence",
  "college-departement": "collège public, à son département",
  "college-collectivite-alsace": "collège public d’Alsace",
  "college-metropole-lyon": "collège public de la métropole de Lyon",
  "lycee-region": "lycée ou EREA public, à sa région",
  "collectivite-unique": "second degré public d’une collectivité unique",
  "prive-organisme-de-gestion": "établissement privé, à son organisme de gestion",
  etat: "établissement de l’État",
  "statut-particulier": "collectivité d’outre-mer à statut particulier",
  "sans-equipement-propre": "unité sans équipement propre",
  "territoire-inconnu": "territoire inconnu de l’annuaire",
};

/** « Occitanie (région) », « SIVOS 200012345 » without a register, or no collectivité. */
export function ownerLabel(owner: Collectivite | null, name: string | undefined): string {
  if (owner === null) return "Aucune collectivité";
  if (owner.kind === "collectivite-alsace" || owner.kind === "metropole-lyon") {
    return name ?? ownerKindLabels[owner.kind];
  }
  const kind = owner.kind === "epci" ? "EPCI" : ownerKindLabels[owner.kind].toLowerCase();
  if (owner.kind === "sivos") return `SIVOS, SIREN ${owner.code}`;
  return `${name ?? owner.code} (${kind})`;
}

/** « Lot (département), depuis le 1er septembre 2026 »: a school's other owner, and since when. */
export function otherOwnerText({
  name,
  since,
}: {
  readonly name: string;
  readonly since: string;
}): string {
  return `${name}, depuis le ${formatDate(since)}`;
}

/** Where a record comes from: the act that was typed, or the default rule in words. */
export function sourceLabel(source: string): string {
  const reason = ruleOf(source);
  return reason ? `Règle par défaut : ${ruleLabels[reason]}` : source;
}

/** Why a change of owner was refused, and what to do. */
export const ownerRefusals: Readonly<Record<OwnerRefusal | "changed" | "unknown-owner", string>> = {
  "day-taken":
    "Une autre décision prend déjà effet ce jour-là : annulez-la d’abord, ou changez la date.",
  "same-owner": "L’équipement lui appartient déjà à cette date : il n’y a rien à enregistrer.",
  "unknown-decision": "Cette décision n’existe plus : relisez l’historique.",
  changed:
    "Une autre personne a modifié l’historique depuis que vous l’avez ouvert. Relisez-le, puis recommencez.",
  "unknown-owner": "Aucune collectivité ne porte ce code. Vérifiez-le.",
};
