import type { SignInResult } from "./sign-in.server";

type Refusal = Extract<SignInResult, { ok: false }>["reason"];

/** Why a sign-in was refused, and what to do; never whether the address exists. */
export const signInRefusals: Readonly<Record<Refusal, string>> = {
  "wrong-credentials":
    "L’adresse ou le mot de passe ne correspond pas. Vérifiez-les, puis réessayez.",
  "too-many-attempts": "Trop d’essais en peu de temps. Attendez quinze minutes, puis réessayez.",
};
