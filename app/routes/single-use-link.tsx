import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { ClaimPage } from "~/features/invite-people/components/claim-page";
import { NewPasswordPage } from "~/features/reset-password/components/new-password-page";
import { UnusableLinkPage } from "~/features/reset-password/components/unusable-link-page";
import { unusableLinks } from "~/features/single-use-links/labels";
import { linkView } from "~/features/single-use-links/link-view.server";
import {
  claimSchema,
  newPasswordSchema,
  shortestPassword,
} from "~/features/single-use-links/schemas";
import { setPassword } from "~/features/single-use-links/set-password.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [
  { title: pageTitle("Votre lien personnel") },
  { name: "robots", content: "noindex" },
];

/** The address is a secret: no cache keeps the page. */
export const headers = () => ({ "Cache-Control": "no-store" });

const unusableStatus = { unknown: 404, expired: 410, used: 410 } as const;

export async function loader({ params }: LoaderFunctionArgs) {
  const view = await withWork(visitor, (work) => linkView(work, params.token ?? ""));
  return data(view, { status: view.ok ? 200 : unusableStatus[view.reason] });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const view = await withWork(visitor, (work) => linkView(work, token));
  if (!view.ok) return data({ errors: {}, values: {} }, { status: unusableStatus[view.reason] });
  const { purpose } = view;
  const parsed =
    purpose === "invitation" ? parseForm(claimSchema, form) : parseForm(newPasswordSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const result = await setPassword(
    (task) => withWork(visitor, task),
    { token, purpose },
    parsed.data,
    request.headers.get("User-Agent"),
  );
  // The loader, which runs again, shows why the link no longer opens anything.
  if (!result.ok) return data({ errors: {}, values: {} }, { status: 410 });
  throw redirect(paths.workspace(), { headers: { "Set-Cookie": result.cookie } });
}

export default function SingleUseLink() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!view.ok) return <UnusableLinkPage {...unusableLinks[view.reason]} />;
  const page = { email: view.email, shortest: shortestPassword, errors: refused?.errors };
  return view.purpose === "invitation" ? (
    <ClaimPage {...page} isHead={view.isHead} isMember={view.isMember} values={refused?.values} />
  ) : (
    <NewPasswordPage {...page} />
  );
}
