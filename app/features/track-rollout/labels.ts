import type { ItemState } from "~/domain/rollout/progress";
import type { RolloutStep } from "~/domain/rollout/vocabulary";
import { otherOwnerText } from "~/features/school-directory/labels";
import type { BadgeTone } from "~/ui/components/badge";
import { formatCount, formatDate, formatNumber, nbsp } from "~/ui/format";
import type { StandingLine } from "./owner-standings.server";
import type { RecordResult } from "./record-step.server";

export const stateLabels: Readonly<Record<ItemState, string>> = {
  late: "En retard",
  "to-order": "À commander",
  "partly-ordered": "Commande partielle",
  ordered: "Commandé",
  "partly-delivered": "Livraison partielle",
  delivered: "Livré",
  installing: "En installation",
  installed: "Installé",
};

export const stateTones: Readonly<Record<ItemState, BadgeTone>> = {
  late: "error",
  "to-order": "neutral",
  "partly-ordered": "info",
  ordered: "info",
  "partly-delivered": "warning",
  delivered: "info",
  installing: "info",
  installed: "success",
};

/** « En retard de 15 jours », else the state's own words. */
export function stateSentence(state: ItemState, daysLate: number): string {
  return state === "late" ? `En retard de ${formatCount(daysLate, "jour")}` : stateLabels[state];
}

/** A step as the choice of a form, then as a fact of the history. */
export const stepLabels: Readonly<Record<RolloutStep, { choice: string; fact: string }>> = {
  ordered: { choice: "Commande passée", fact: "Commandé" },
  delivered: { choice: "Livraison reçue", fact: "Livré" },
  installed: { choice: "Installation terminée", fact: "Installé" },
};

const nothingLeft: Readonly<Record<RolloutStep, string>> = {
  ordered: "Tout est déjà commandé. Choisissez une autre étape.",
  delivered: "Tout ce qui est commandé est livré. Saisissez d’abord une commande.",
  installed: "Tout ce qui est livré est installé. Saisissez d’abord une livraison.",
};

/** What to do about a school whose equipment is another collectivité's. */
export const standingAdvice: Readonly<Record<StandingLine["standing"], string>> = {
  voted:
    "La dotation adoptée n’est pas modifiée. Accordez-vous avec le propriétaire avant de poursuivre.",
  started: "Le déploiement commencé se poursuit. Accordez-vous sur la suite avec le propriétaire.",
  "set-aside":
    "Rien n’y est commencé. Seule une commande passée avant cette date peut être saisie.",
};

type Refusal = Exclude<Extract<RecordResult, { ok: false }>, { reason: "not-found" }>;

const staleSentence =
  "Une autre saisie vient d’être enregistrée pour cet établissement. Vérifiez les quantités à jour, puis enregistrez de nouveau.";

/** Why units were not recorded, under the field to correct. */
export function stepErrors(refusal: Refusal, step: RolloutStep): Record<string, string> {
  switch (refusal.reason) {
    case "stale":
      return { quantity: staleSentence };
    case "too-many":
      return {
        quantity:
          refusal.most === 0
            ? nothingLeft[step]
            : `Indiquez un nombre entre 1 et ${formatNumber(refusal.most)}.`,
      };
    case "too-few":
      return {
        quantity: "Indiquez au moins 1. Pour retirer des unités, corrigez la saisie d’origine.",
      };
    case "date-in-future":
      return { occurredOn: "Indiquez une date passée, aujourd’hui au plus tard." };
    case "before-previous-step":
      return {
        occurredOn: `Indiquez une date à partir du ${formatDate(refusal.firstOn)}${nbsp}: c’est le jour de l’étape précédente.`,
      };
    case "owned-elsewhere":
      return {
        occurredOn: `Indiquez une date antérieure au ${formatDate(refusal.since)}${nbsp}: l’équipement appartient depuis à une autre collectivité, ${refusal.name}.`,
      };
    case "unchanged":
    case "no-such-event":
      return { quantity: "Indiquez une autre quantité." };
  }
}

/** Why a correction was refused, under the field to correct. */
export function correctionErrors(refusal: Refusal): Record<string, string> {
  switch (refusal.reason) {
    case "stale":
      return { rightQuantity: staleSentence };
    case "too-many":
      return { rightQuantity: `Indiquez au plus ${formatNumber(refusal.most)}.` };
    case "too-few":
      return {
        rightQuantity: `Indiquez au moins ${formatNumber(refusal.least)}${nbsp}: le reste est déjà passé à l’étape suivante.`,
      };
    case "owned-elsewhere":
      return {
        rightQuantity: `Laissez cette saisie annulée${nbsp}: l’équipement appartient à une autre collectivité, ${otherOwnerText(refusal)}.`,
      };
    case "unchanged":
      return { rightQuantity: "Indiquez une quantité différente de celle qui est enregistrée." };
    case "no-such-event":
      return { eventId: "Choisissez la saisie à corriger dans la liste." };
    case "before-previous-step":
      return {
        rightQuantity: `Cette correction laisserait une étape antérieure au ${formatDate(refusal.firstOn)}, jour de l’étape précédente. Corrigez d’abord l’étape suivante.`,
      };
    case "date-in-future":
      return { rightQuantity: "Attendez la date de cette saisie pour la corriger." };
  }
}
