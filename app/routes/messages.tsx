import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { MessagesPage } from "~/features/messages/components/messages-page";
import { keepShown } from "~/features/messages/components/read-mark";
import { handleMessageForm } from "~/features/messages/handle-message-form.server";
import { messagesView } from "~/features/messages/messages-view.server";
import { beforeSchema } from "~/features/messages/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { fileStore } from "~/http/file-store.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const shouldRevalidate = keepShown;

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Messages, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const before = beforeSchema.parse(new URL(request.url).searchParams.get("avant"));
  const view = await withWork(signedIn.actor, (work) =>
    messagesView(work, scope, { id: params.id ?? "", side: "school", before }),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const { id = "" } = params;
  const form = await readForm(request);
  const store = await fileStore();
  const result = await withWork(signedIn.actor, (work) =>
    handleMessageForm(
      work,
      { read: scope, write: scope },
      { applicationId: id, side: "school", form },
      store,
    ),
  );
  if (result.ok && result.isDiscreet) return null;
  if (result.ok) throw redirect(`${paths.messages(id)}${result.isSent ? "?envoye=1" : ""}`);
  if (result.reason === "not-found") throw notFound();
  return data(
    { errors: result.errors, typed: String(form.get("message") ?? "") },
    { status: result.reason === "conflict" ? 409 : 422 },
  );
}

export default function Messages() {
  const [search] = useSearchParams();
  return (
    <MessagesPage
      view={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? undefined}
      isSent={search.has("envoye")}
    />
  );
}
