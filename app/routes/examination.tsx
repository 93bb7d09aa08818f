import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { FilePage } from "~/features/examine-applications/components/file-page";
import { examinationView } from "~/features/examine-applications/examination-view.server";
import { handleFileForm } from "~/features/examine-applications/handle-file-form.server";
import { fileIntentSchema } from "~/features/examine-applications/schemas";
import { notFound, requireAccess } from "~/http/access.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { keepingSheetsOpen, opensAllSheets } from "~/ui/components/folded-sheet";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded?.schools[0]?.name ?? "Instruction") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "examination.read");
  const { slug = "", id = "" } = params;
  const correcting = new URL(request.url).searchParams.get("corriger");
  const view = await withWork(signedIn.actor, (work) =>
    examinationView(work, scope, { slug, id, correcting }),
  );
  if (!view) throw notFound();
  return view;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request);
  const intent = fileIntentSchema.parse(form.get("intention") ?? undefined) ?? "corriger";
  const isClosing = intent === "clore" || intent === "rouvrir";
  const { signedIn, scope } = await requireAccess(
    request,
    isClosing ? "examination.close" : "examination.correct",
  );
  const { slug = "", id = "" } = params;
  const entries = [...form.entries()];
  const result = await withWork(signedIn.actor, (work) =>
    handleFileForm(work, scope, { id, intent, entries }),
  );
  if (!result.ok) {
    if (result.reason === "not-found") throw notFound();
    const typed: Record<string, string[]> = {};
    for (const [name, value] of entries) {
      if (typeof value === "string") typed[name] = [...(typed[name] ?? []), value];
    }
    const status = result.reason === "conflict" ? 409 : 422;
    return data({ intent, errors: result.errors, typed }, { status });
  }
  const question = form.get("question");
  const isOpen = keepingSheetsOpen(opensAllSheets(new URL(request.url).searchParams));
  const name = typeof question === "string" ? encodeURIComponent(question) : "";
  const shown = name ? `&question=${name}${isOpen}#q-${name}` : isOpen;
  throw redirect(`${paths.examination(slug, id)}?enregistre=1${shown}`);
}

export default function Examination() {
  const [search] = useSearchParams();
  return (
    <FilePage
      view={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()}
      isSaved={search.has("enregistre")}
      shown={{
        question: search.get("corriger") ?? search.get("question"),
        areAllOpen: opensAllSheets(search),
      }}
    />
  );
}
