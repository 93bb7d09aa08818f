import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { answerReview } from "~/features/section-reviews/answer-review.server";
import { askReview } from "~/features/section-reviews/ask-review.server";
import { SectionReviewsPage } from "~/features/section-reviews/components/section-reviews-page";
import { askRefusals } from "~/features/section-reviews/labels";
import { askReviewSchema } from "~/features/section-reviews/schemas";
import { sectionReviewsView } from "~/features/section-reviews/section-reviews-view.server";
import { notFound, requireAccess } from "~/http/access.server";
import { parseForm, readForm, safeReturn } from "~/http/forms.server";
import { withWork } from "~/http/work.server";
import { paths } from "~/paths";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: pageTitle(`Relectures, ${view?.title ?? ""}`) },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const id = params.id ?? "";
  const result = await withWork(signedIn.actor, (work) => sectionReviewsView(work, scope, id));
  if (result.ok) return result.view;
  throw refusal(result.reason, id);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { signedIn, scope } = await requireAccess(request, "application.answer");
  const applicationId = params.id ?? "";
  const form = await readForm(request);
  const here = paths.sectionReviews(applicationId);
  if (form.get("intention") === "relu") {
    const sectionId = String(form.get("section") ?? "");
    const answered = await withWork(signedIn.actor, (work) =>
      answerReview(work, scope, { applicationId, sectionId }),
    );
    if (!answered.ok) throw refusal(answered.reason, applicationId);
    throw redirect(safeReturn(form.get("retour"), `${here}?fait=relu`));
  }
  const parsed = parseForm(askReviewSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 422 });
  const { section: sectionId, message } = parsed.data;
  const asked = await withWork(signedIn.actor, (work) =>
    askReview(work, scope, { applicationId, sectionId, message }),
  );
  if (asked.ok) throw redirect(`${here}?fait=demande`);
  if (asked.reason === "not-found" || asked.reason === "closed") {
    throw refusal(asked.reason, applicationId);
  }
  const errors: Record<string, string> = { section: askRefusals[asked.reason] };
  const values: Record<string, string> = { section: sectionId, message: message ?? "" };
  return data({ errors, values }, { status: 422 });
}

/** A file that no longer takes answers is read on its own page. */
function refusal(reason: "not-found" | "closed", id: string): Response {
  return reason === "closed" ? redirect(paths.application(id)) : notFound();
}

export default function SectionReviews() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const chosen = search.get("section");
  return (
    <SectionReviewsPage
      view={view}
      done={search.get("fait")}
      errors={refused?.errors}
      values={refused?.values ?? (chosen ? { section: chosen } : undefined)}
    />
  );
}
