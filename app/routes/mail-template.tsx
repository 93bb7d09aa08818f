import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import type { EditableMailKind } from "~/domain/mail/vocabulary";
import { kindOfSlug } from "~/features/mail-templates/catalogue";
import { TemplatePage } from "~/features/mail-templates/components/template-page";
import { handleTemplateForm } from "~/features/mail-templates/handle-template-form.server";
import { templateView } from "~/features/mail-templates/templates-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`${view?.name ?? "Courriel"}, ${view?.title ?? ""}`) },
];

/** The campaign and the kind of mail that an address names. */
function addressOf(params: LoaderFunctionArgs["params"]): { slug: string; kind: EditableMailKind } {
  const { slug = "", kind: kindSlug = "" } = params;
  const kind = kindOfSlug(kindSlug);
  if (!kind) throw notFound();
  return { slug, kind };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const address = addressOf(params);
  const view = await withWork(signedIn.actor, (work) => templateView(work, scope, address));
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "campaign.manage");
  const address = addressOf(params);
  const form = await readForm(request);
  const result = await withWork(signedIn.actor, (work) =>
    handleTemplateForm(work, scope, { ...address, form }),
  );
  // The act of going back types nothing: the page keeps the words that stand.
  const typed = form.has("texte")
    ? { subject: String(form.get("objet") ?? ""), body: String(form.get("texte")) }
    : null;
  if (result.ok) {
    if ("preview" in result) return data({ errors: {}, preview: result.preview, typed });
    throw redirect(`${paths.mailTemplate(address.slug, params.kind ?? "")}?fait=${result.done}`);
  }
  if (result.reason === "not-found") throw notFound();
  return data(
    { errors: result.errors, preview: null, typed },
    { status: result.reason === "conflict" ? 409 : 422 },
  );
}

export default function MailTemplate() {
  const [search] = useSearchParams();
  return (
    <TemplatePage
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
      done={search.get("fait")}
    />
  );
}
