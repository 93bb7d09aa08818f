import type { Scope } from "~/domain/access/permissions";
import { checkFields, type FieldErrors } from "~/features/forms/check-fields";
import type { Work } from "~db/work.server";
import { changeSections } from "./change-sections.server";
import { type DoneText, inviteRefusals, newcomer, transferRefusals } from "./labels";
import { removeMember } from "./remove-member.server";
import { entrustSchema, heirSchema, newHeirSchema, removeSchema, sectionsOf } from "./schemas";
import { type Heir, transferMember } from "./transfer-member.server";

/** What may be done about one member, by the last part of the address. */
export const memberActs = ["sections", "transmettre", "retirer"] as const;
export type MemberAct = (typeof memberActs)[number];

export type PostMemberResult =
  | { readonly ok: true; readonly done: DoneText }
  | { readonly ok: false; readonly reason: "not-found" }
  | { readonly ok: false; readonly reason: "to-correct"; readonly errors: FieldErrors };

type Input = {
  readonly applicationId: string;
  readonly membershipId: string;
  readonly form: FormData;
};

const toCorrect = (errors: FieldErrors): PostMemberResult => ({
  ok: false,
  reason: "to-correct",
  errors,
});
const notFound: PostMemberResult = { ok: false, reason: "not-found" };

/** Does what one form about a member asks. */
export async function postMember(
  work: Work,
  scope: Scope,
  act: MemberAct,
  input: Input,
): Promise<PostMemberResult> {
  switch (act) {
    case "sections":
      return postSections(work, scope, input);
    case "transmettre":
      return postTransfer(work, scope, input);
    case "retirer": {
      const parsed = checkFields(removeSchema, Object.fromEntries(input.form));
      if (!parsed.ok) return toCorrect(parsed.errors);
      const result = await removeMember(work, scope, { ...input, ...parsed.data });
      return result.ok ? { ok: true, done: "retire" } : notFound;
    }
  }
}

async function postSections(work: Work, scope: Scope, input: Input): Promise<PostMemberResult> {
  const { entrusting } = Object.fromEntries(input.form);
  const parsed = checkFields(entrustSchema, { entrusting });
  if (!parsed.ok) return toCorrect(parsed.errors);
  const sections = sectionsOf(input.form, parsed.data);
  const result = await changeSections(work, scope, { ...input, sections });
  if (result.ok) return { ok: true, done: "change" };
  if (result.reason === "not-found") return notFound;
  const { field, message } = inviteRefusals[result.reason];
  return toCorrect({ [field]: message });
}

async function postTransfer(work: Work, scope: Scope, input: Input): Promise<PostMemberResult> {
  const fields = Object.fromEntries(input.form);
  const chosen = checkFields(heirSchema, fields);
  if (!chosen.ok) return toCorrect(chosen.errors);
  let to: Heir = { membershipId: chosen.data.to };
  if (chosen.data.to === newcomer) {
    const person = checkFields(newHeirSchema, fields);
    if (!person.ok) return toCorrect(person.errors);
    to = { person: person.data };
  }
  const result = await transferMember(work, scope, { ...input, to });
  if (result.ok) return { ok: true, done: "transmis" };
  if (result.reason === "not-found") return notFound;
  const { field, message } = transferRefusals[result.reason];
  return toCorrect({ [field]: message });
}
