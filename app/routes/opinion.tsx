import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { visitor } from "~/domain/access/actor";
import { OpinionPage } from "~/features/formal-acts/components/opinion-page";
import { giveOpinion } from "~/features/formal-acts/give-opinion.server";
import { type UnusableOpinion, unusableOpinions } from "~/features/formal-acts/labels";
import { opinionView } from "~/features/formal-acts/opinion-view.server";
import { opinionSchema } from "~/features/formal-acts/schemas";
import { findSignedIn } from "~/http/access.server";
import { clientAddress } from "~/http/client-address.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { PageTitle } from "~/ui/components/page-title";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [
  { title: pageTitle("Avis de la collectivité") },
  { name: "robots", content: "noindex" },
];

/** The address is a secret: no cache keeps the page. */
export const headers = () => ({ "Cache-Control": "no-store" });

const unusableStatus: Readonly<Record<UnusableOpinion, 404 | 410 | 429>> = {
  unknown: 404,
  expired: 410,
  cancelled: 410,
  closed: 410,
  "too-many-attempts": 429,
};

/** What the link opens; who is signed in changes nothing but a link to what they may read already. */
async function viewOf(request: Request, token: string) {
  const signedIn = await findSignedIn(request);
  const client = { address: clientAddress(request) };
  return withWork(signedIn?.actor ?? visitor, (work) => opinionView(work, token, client));
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const view = await viewOf(request, params.token ?? "");
  return data(view, { status: view.ok ? 200 : unusableStatus[view.reason] });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const view = await viewOf(request, token);
  if (!view.ok) return data({ errors: {}, values: {} }, { status: unusableStatus[view.reason] });
  if (view.given) throw redirect(paths.opinion(token));
  const parsed = parseForm(opinionSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const result = await withWork(visitor, (work) => giveOpinion(work, token, parsed.data));
  // The loader, which runs again, shows what was given, or why the link no longer opens the form.
  if (result.ok || result.reason === "given") throw redirect(paths.opinion(token));
  return data({ errors: {}, values: {} }, { status: unusableStatus[result.reason] });
}

export default function Opinion() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!view.ok) {
    const { title, text } = unusableOpinions[view.reason];
    return <PageTitle title={title} lead={text} />;
  }
  return <OpinionPage view={view} errors={refused?.errors} values={refused?.values} />;
}
