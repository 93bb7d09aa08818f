import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { EntrustPage, RemovePage, TransferPage } from "~/features/file-team/components/team-forms";
import { teamFormView } from "~/features/file-team/file-team-view.server";
import { type MemberAct, memberActs, postMember } from "~/features/file-team/post-member.server";
import { checkedSections } from "~/features/file-team/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { readForm, textFields } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

const pages = { sections: EntrustPage, transmettre: TransferPage, retirer: RemovePage } as const;
const titles: Readonly<Record<MemberAct, string>> = {
  sections: "Changer les sections",
  transmettre: "Confier à une autre personne",
  retirer: "Retirer du dossier",
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? titles[loaded.act] : "Page introuvable") },
];

async function open(request: Request, params: LoaderFunctionArgs["params"]) {
  const { signedIn, scope } = await requireAccess(request, "application.manage-team");
  const act = memberActs.find((name) => name === params.act);
  const view =
    act &&
    (await withWork(signedIn.actor, (work) =>
      teamFormView(work, params.id ?? "", params.member ?? ""),
    ));
  if (!act || !view) throw notFound();
  return { signedIn, scope, act, view };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { act, view } = await open(request, params);
  return { act, view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope, act, view } = await open(request, params);
  const form = await readForm(request);
  const membershipId = params.member ?? "";
  const result = await withWork(signedIn.actor, (work) =>
    postMember(work, scope, act, { applicationId: view.id, membershipId, form }),
  );
  if (result.ok) throw redirect(`${paths.fileTeam(view.id)}?fait=${result.done}`);
  if (result.reason === "not-found") throw notFound();
  const { errors } = result;
  return data(
    { errors, values: textFields(form), checked: checkedSections(form) },
    { status: 422 },
  );
}

export default function FileMember() {
  const { act, view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const Page = pages[act];
  return (
    <Page
      view={view}
      errors={refused?.errors}
      values={refused?.values}
      checked={refused?.checked}
    />
  );
}
