import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { SectionPage } from "~/features/answer-questionnaire/components/section-page";
import { postSection } from "~/features/answer-questionnaire/post-section.server";
import type { AnswerProblem } from "~/features/answer-questionnaire/save-section.server";
import { sectionView } from "~/features/answer-questionnaire/section-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { fileStore } from "~/http/file-store.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(view?.section.title ?? "Questionnaire") },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const { id = "", sectionId = "" } = params;
  const result = await withWork(signedIn.actor, (work) => sectionView(work, scope, id, sectionId));
  if (result.ok) return result.view;
  throw result.reason === "closed" ? redirect(paths.application(id)) : notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const { id = "", sectionId = "" } = params;
  const form = await readForm(request);
  const store = await fileStore();
  const result = await withWork(signedIn.actor, (work) =>
    postSection(work, scope, { applicationId: id, sectionId, form }, store),
  );
  if (result.ok) throw redirect(result.to);
  if (result.reason === "to-correct") {
    const { problems, extraRow, status } = result;
    return data({ problems, extraRow }, { status });
  }
  throw result.reason === "closed" ? redirect(paths.application(id)) : notFound();
}

/** The same each time, so that nothing is drawn anew for it. */
const noProblem: readonly AnswerProblem[] = [];

export default function ApplicationSection() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <SectionPage
      key={view.section.id}
      view={view}
      problems={refused?.problems ?? noProblem}
      extraRow={refused?.extraRow ?? search.get("ligne")}
      hasRevealed={search.has("suite")}
    />
  );
}
