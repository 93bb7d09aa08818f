import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { SectionElsewhere } from "~/features/answer-questionnaire/components/section-elsewhere";
import { SectionPage } from "~/features/answer-questionnaire/components/section-page";
import { postSection } from "~/features/answer-questionnaire/post-section.server";
import type {
  AnswerProblem,
  WrittenAnswer,
} from "~/features/answer-questionnaire/save-section.server";
import { sectionView } from "~/features/answer-questionnaire/section-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { fileStore } from "~/http/file-store.server";
import { readForm } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle((view?.page ?? view?.elsewhere)?.section.title ?? "Questionnaire") },
];

/** The same each time, so that nothing is drawn anew for it. */
const noProblem: readonly AnswerProblem[] = [];
const nothingWritten: readonly WrittenAnswer[] = [];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const { id = "", sectionId = "" } = params;
  const result = await withWork(signedIn.actor, (work) => sectionView(work, scope, id, sectionId));
  if (result.ok) return data({ page: result.view, elsewhere: null });
  if (result.reason === "other-section") {
    return data({ page: null, elsewhere: result.elsewhere }, { status: 403 });
  }
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
    return data({ problems, extraRow, written: nothingWritten }, { status });
  }
  if (result.reason === "other-section") {
    const { written } = result;
    return data({ problems: noProblem, extraRow: null, written }, { status: 403 });
  }
  throw result.reason === "closed" ? redirect(paths.application(id)) : notFound();
}

export default function ApplicationSection() {
  const { page: view, elsewhere } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  if (elsewhere) {
    return <SectionElsewhere view={elsewhere} written={refused?.written ?? nothingWritten} />;
  }
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
