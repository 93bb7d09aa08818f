import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import { isInvited } from "~/domain/access/invitation";
import { countOutcomes } from "~/features/invite-people/batch-view.server";
import { InvitationsPage } from "~/features/invite-people/components/invitations-page";
import { nobodyToInvite } from "~/features/invite-people/labels";
import { planInvitations } from "~/features/invite-people/plan-invitations.server";
import { invitationListSchema, largestList, mostLines } from "~/features/invite-people/schemas";
import { sendInvitations } from "~/features/invite-people/send-invitations.server";
import { requireAccess } from "~/http/access.server";
import { type FormErrors, parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Inviter des chefs d’établissement") }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAccess(request, "people.invite");
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "people.invite");
  const form = await readForm(request);
  const file = form.get("file");
  const typed = form.get("list");
  const texts = [typeof typed === "string" ? typed : ""];
  if (file instanceof File && file.size > 0) {
    if (file.size > largestList) {
      return refuse({ file: "Choisissez un fichier de 100 ko au plus." }, texts.join(""));
    }
    texts.push(await file.text());
  }
  const list = texts.filter((text) => text.trim() !== "").join("\n");
  const whole = new FormData();
  whole.set("list", list);
  const parsed = parseForm(invitationListSchema, whole);
  if (!parsed.ok) return refuse(parsed.errors, list);
  if (form.get("intention") === "envoyer") {
    const sent = await withWork(signedIn.actor, (work) => sendInvitations(work, scope, list));
    if (!sent.ok) return refuse({ list: nobodyToInvite }, list);
    throw redirect(paths.invitationBatch(sent.batchId));
  }
  const lines = await withWork(signedIn.actor, (work) => planInvitations(work, scope, list));
  const counts = countOutcomes(lines);
  const canSend = lines.some(({ outcome }) => isInvited(outcome));
  return data({ errors: {}, list, preview: { lines, counts, canSend, list } }, { status: 200 });
}

function refuse(errors: FormErrors, list: string) {
  return data({ errors, list, preview: undefined }, { status: 422 });
}

export default function Invitations() {
  const answer = useActionData<typeof action>();
  return (
    <InvitationsPage
      mostLines={mostLines}
      preview={answer?.preview}
      list={answer?.list}
      errors={answer?.errors}
    />
  );
}
