import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { NotesPage } from "~/features/messages/components/notes-page";
import { notOwnNote } from "~/features/messages/labels";
import { notesView, removeNote, writeNote } from "~/features/messages/notes.server";
import { noteSchema } from "~/features/messages/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Notes internes, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.read");
  const { slug = "", id = "" } = params;
  const removing = new URL(request.url).searchParams.get("retirer");
  const view = await withWork(signedIn.actor, (work) =>
    notesView(work, scope, { slug, id, removing }),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.correct");
  const { slug = "", id: applicationId = "" } = params;
  const form = await readForm(request);
  const typed = String(form.get("texte") ?? "");
  const parsed = parseForm(noteSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { data: asked } = parsed;
  const result = await withWork(signedIn.actor, (work) =>
    asked.intention === "retirer"
      ? removeNote(work, scope, { applicationId, noteId: asked.note })
      : writeNote(work, scope, { applicationId, key: asked.cle, body: asked.texte }),
  );
  if (result.ok) throw redirect(`${paths.internalNotes(slug, applicationId)}?enregistre=1`);
  if (result.reason === "not-found") throw notFound();
  return data({ errors: { contenu: notOwnNote }, typed }, { status: 409 });
}

export default function InternalNotes() {
  const [search] = useSearchParams();
  return (
    <NotesPage
      view={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      isSaved={search.has("enregistre")}
    />
  );
}
