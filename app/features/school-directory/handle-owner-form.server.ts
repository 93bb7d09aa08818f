import type { Scope } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { checkFields, type FieldErrors } from "~/features/forms/check-fields";
import { collectiviteKey, nameCollectivites } from "~db/repositories/collectivites.server";
import type { Work } from "~db/work.server";
import { cancelOwner } from "./cancel-owner.server";
import type { OwnerAnswer } from "./components/owner-page";
import { ownerLabel, ownerRefusals } from "./labels";
import { recordOwner } from "./record-owner.server";
import { type OwnerForm, ownerCancellationSchema, ownerFormSchema } from "./schemas";
import { findOwnableSchool } from "./school-owner-view.server";

export type HandledOwnerForm =
  | { readonly outcome: "not-found" }
  | { readonly outcome: "done"; readonly said: "enregistree" | "annulee" }
  | { readonly outcome: "answer"; readonly status: number; readonly answer: OwnerAnswer };

type Texts = Record<string, string>;

/** One form of the owner's page: verify, record, modify or cancel; nothing typed is lost. */
export async function handleOwnerForm(
  work: Work,
  scope: Scope,
  uai: string,
  form: FormData,
): Promise<HandledOwnerForm> {
  if (!(await findOwnableSchool(work, scope, uai))) return { outcome: "not-found" };
  const values = textsOf(form);
  if (values.intention === "annuler") return cancel(work, scope, uai, values);
  if (values.intention === "revoir") return answer("form", 200, values);
  const checked = checkFields(ownerFormSchema(latestDay(work.now)), values);
  if (!checked.ok) return answer("form", 422, values, checked.errors);
  const dryRun = values.intention !== "enregistrer";
  const result = await recordOwner(work, scope, uai, checked.data, { dryRun });
  if (!result.ok) {
    if (result.reason === "not-found") return { outcome: "not-found" };
    const field = fieldOf[result.reason];
    const status = field === "form" ? 409 : 422;
    return answer("form", status, values, { [field]: ownerRefusals[result.reason] });
  }
  if (!dryRun) return { outcome: "done", said: "enregistree" };
  return answer("confirm", 200, values, {}, await nameOwner(work, checked.data));
}

const fieldOf = {
  "day-taken": "depuis",
  "same-owner": "proprietaire",
  "unknown-owner": "code",
  "unknown-decision": "form",
  changed: "form",
} as const;

async function cancel(
  work: Work,
  scope: Scope,
  uai: string,
  values: Texts,
): Promise<HandledOwnerForm> {
  const checked = checkFields(ownerCancellationSchema, values);
  if (!checked.ok) return answer("cancel", 422, values, ofTheForm(checked.errors));
  const result = await cancelOwner(work, scope, uai, checked.data);
  if (result.ok) return { outcome: "done", said: "annulee" };
  if (result.reason === "not-found") return { outcome: "not-found" };
  return answer("cancel", 409, values, { form: ownerRefusals[result.reason] });
}

function answer(
  step: OwnerAnswer["step"],
  status: number,
  values: Texts,
  errors: Texts = {},
  chosen?: string,
): HandledOwnerForm {
  const said = chosen === undefined ? {} : { chosen };
  return { outcome: "answer", status, answer: { step, errors, values, ...said } };
}

async function nameOwner({ tx }: Work, { owner }: OwnerForm): Promise<string> {
  const names = await nameCollectivites(tx, owner ? [owner] : []);
  return ownerLabel(owner, owner ? names.get(collectiviteKey(owner)) : undefined);
}

/** A decision may be recorded up to five years before it takes effect. */
function latestDay(now: Date): string {
  const today = isoDayInParis(now);
  return `${Number(today.slice(0, 4)) + 5}${today.slice(4)}`;
}

/** The decision to cancel is a hidden field: what is wrong with it is said of the whole form. */
function ofTheForm({ decision, ...errors }: FieldErrors): Texts {
  return decision === undefined ? errors : { form: decision, ...errors };
}

/** The last value of each field: of two buttons of one name, the one that was pressed. */
function textsOf(form: FormData): Texts {
  const values: Texts = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  return values;
}
