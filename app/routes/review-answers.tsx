import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ReviewAnswers } from "~/features/review-answers/components/review-answers";
import { reviewAnswersView } from "~/features/review-answers/review-answers-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { withWork } from "~/http/work.server";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Relire les réponses, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.read");
  const view = await withWork(signedIn.actor, (work) =>
    reviewAnswersView(work, scope, params.id ?? ""),
  );
  if (!view) throw notFound();
  return view;
}

export default function ReviewAnswersRoute() {
  return <ReviewAnswers view={useLoaderData<typeof loader>()} />;
}
