import type { AdoptionRefusal } from "~/domain/allocation/adoption";
import type { PlanLine } from "~/domain/allocation/plan";
import type { AllocationMethod, PlanStatus } from "~/domain/allocation/vocabulary";
import type { Entitlement } from "~/domain/campaign/document";
import { otherOwnerText } from "~/features/school-directory/labels";
import type { NamedOwner } from "~/features/school-directory/other-owners.server";
import { formatMoney, formatNumber, nbsp } from "~/ui/format";

export const methodLabels: Readonly<Record<AllocationMethod, string>> = {
  ranking: "Classement simple",
  optimum: "Optimum",
};

export const planStatusLabels: Readonly<Record<PlanStatus, string>> = {
  proposed: "Proposée",
  adopted: "Adoptée",
  discarded: "Remplacée",
};

const headcountLabels: Readonly<Record<Entitlement["per"], string>> = {
  school: "établissement",
  "pupils.total": "effectif total",
  "pupils.maternelle": "effectif de maternelle",
  "pupils.elementaire": "effectif d’élémentaire",
  "pupils.sixieme": "effectif de sixième",
  "pupils.cinquieme": "effectif de cinquième",
  "pupils.quatrieme": "effectif de quatrième",
  "pupils.troisieme": "effectif de troisième",
  "pupils.seconde": "effectif de seconde",
  "pupils.premiere": "effectif de première",
  "pupils.terminale": "effectif de terminale",
  "pupils.postbac": "effectif de post-bac",
  "pupils.internes": "nombre d’internes",
  "pupils.boursiers": "nombre de boursiers",
};

/** « effectif de seconde »: what a quantity follows. */
export function headcountLabel(per: Entitlement["per"]): string {
  return headcountLabels[per];
}

/** « 1 × effectif de seconde », « 2 par établissement »: how a quantity is counted. */
export function quantityRule({ per, quantity }: Pick<Entitlement, "per" | "quantity">): string {
  const count = formatNumber(quantity);
  return per === "school"
    ? `${count} par établissement`
    : `${count} × ${headcountLabels[per]} de l’établissement`;
}

/** Why a school got what it got, in one sentence that is stored with its line; `other` owns it, if any. */
export function outcomeSentence(
  line: PlanLine,
  per: Entitlement["per"],
  other?: Pick<NamedOwner, "name" | "since">,
): string {
  const { outcome } = line;
  switch (outcome.kind) {
    case "served":
      return `Servi${nbsp}: rang ${line.rank}, niveau${nbsp}${line.level}`;
    case "unaffordable":
      return `Non servi${nbsp}: il manquait ${formatMoney(outcome.missingCents)} dans l’enveloppe`;
    case "unknown-headcount":
      return `Non servi${nbsp}: ${headcountLabels[per]} non communiqué`;
    case "no-pupil":
      return `Non servi${nbsp}: ${headcountLabels[per]} nul`;
    case "owned-elsewhere":
      return `Équipement d’une autre collectivité${other ? `${nbsp}: ${otherOwnerText(other)}` : ""}`;
  }
}

export const proposalRefusals = {
  "already-adopted":
    "Cette dotation vient d’être adoptée par un vote. Elle ne peut plus être calculée de nouveau.",
} as const;

/** Each refusal of an adoption, under the field to correct. */
export const adoptionRefusals: Readonly<
  Record<AdoptionRefusal | "no-owner", { readonly field: string; readonly message: string }>
> = {
  "plan-changed": {
    field: "isConfirmed",
    message:
      "La proposition a changé depuis l’ouverture de cette page. Relisez-la, puis confirmez.",
  },
  "nothing-served": {
    field: "isConfirmed",
    message: "Aucun établissement n’est servi. Augmentez l’enveloppe, puis calculez de nouveau.",
  },
  "owned-elsewhere": {
    field: "isConfirmed",
    message:
      "Le jour du vote, l’équipement d’un établissement servi appartenait à une autre collectivité. Calculez de nouveau la proposition, puis confirmez.",
  },
  "vote-in-future": {
    field: "votedOn",
    message: "Indiquez la date du vote, aujourd’hui au plus tard.",
  },
  "due-before-vote": {
    field: "dueOn",
    message: "Indiquez une date de livraison postérieure au vote.",
  },
  "no-owner": {
    field: "isConfirmed",
    message:
      "Aucune région n’est partenaire de cette campagne. Demandez à l’administrateur de l’ajouter.",
  },
};
