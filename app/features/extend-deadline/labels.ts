import type { ExtensionState } from "~/domain/extension/decide";
import type { ExtensionPlace } from "~/domain/extension/vocabulary";
import type { BadgeTone } from "~/ui/components/badge";
import type { RecordExtensionResult } from "./record-extension.server";
import type { RevokeExtensionResult } from "./revoke-extension.server";

export const placeLabels: Readonly<Record<ExtensionPlace, string>> = {
  school: "Établissement",
  departement: "Département",
  academie: "Académie",
  region: "Région",
};

export const stateLabels: Readonly<
  Record<ExtensionState, { readonly tone: BadgeTone; readonly label: string }>
> = {
  standing: { tone: "success", label: "En cours" },
  elapsed: { tone: "neutral", label: "Échu" },
  replaced: { tone: "neutral", label: "Remplacé" },
  revoked: { tone: "warning", label: "Retiré" },
};

type Refusal = Exclude<
  Extract<RecordExtensionResult, { ok: false }>["reason"],
  "not-found" | "place-has-one"
>;

/** What each refusal says, and under which field. */
export const recordRefusals: Readonly<
  Record<Refusal, { readonly field: "place" | "until"; readonly text: string }>
> = {
  "campaign-not-running": {
    field: "until",
    text: "Les candidatures de cette campagne ne peuvent plus, ou pas encore, être prolongées.",
  },
  "no-such-instant": {
    field: "until",
    text: "Cette date n’existe pas. Vérifiez le jour et l’heure.",
  },
  "not-after-closing": {
    field: "until",
    text: "Choisissez un instant postérieur à la clôture de la campagne.",
  },
  "already-passed": { field: "until", text: "Choisissez un instant à venir." },
  "not-before-examination-end": {
    field: "until",
    text: "Choisissez un instant antérieur à la fin de l’instruction.",
  },
  "earlier-than-standing": {
    field: "until",
    text: "Un délai plus long court déjà pour ce lieu. Pour en fixer un plus court, retirez-le d’abord, avec son motif.",
  },
  "place-not-covered": {
    field: "place",
    text: "Ce lieu n’est pas dans l’annuaire, ou n’est pas tout entier dans votre périmètre.",
  },
};

export const revokeRefusals: Readonly<
  Record<Extract<RevokeExtensionResult, { ok: false }>["reason"], string>
> = {
  "not-found": "Cette décision n’existe plus.",
  "already-ended": "Cette décision est déjà retirée ou remplacée.",
  "already-elapsed": "Ce délai est échu : il n’y a rien à retirer.",
};
