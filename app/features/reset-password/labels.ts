import type { RequestResetResult } from "./request-reset.server";

type Refusal = Extract<RequestResetResult, { ok: false }>["reason"];

/** Why no new password may be asked for now; never whether the address exists. */
export const requestResetRefusals: Readonly<Record<Refusal, string>> = {
  "too-many-attempts": "Trop de demandes en peu de temps. Attendez quinze minutes, puis réessayez.",
};
