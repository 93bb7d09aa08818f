import type { SignApplicationResult } from "./sign-application.server";

type Refusal = Exclude<Extract<SignApplicationResult, { ok: false }>["reason"], "not-found">;

/** Why a signature was refused. */
export const signRefusals: Readonly<Record<Refusal, string>> = {
  "not-draft": "Cette candidature est déjà transmise : elle ne se signe plus.".replace(
    " :",
    "\u00a0:",
  ),
  "not-co-signatory": "La campagne ne demande pas votre signature sur cette candidature.",
  "already-signed": "Vous avez déjà signé cette candidature.",
  "changed-since-read":
    "Des réponses ont changé depuis que vous avez ouvert cette page. Relisez-les, puis signez.",
};
