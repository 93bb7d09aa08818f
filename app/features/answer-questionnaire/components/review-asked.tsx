import { Form } from "@remix-run/react";
import { reviewSentence } from "~/features/application-file/review-words";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Button } from "~/ui/components/button";
import type { SectionView } from "../section-view.server";

/** Somebody asks that this section be read again: who, why, and « J’ai relu ». */
export function ReviewAsked({ view: { applicationId, section, review } }: { view: SectionView }) {
  if (!review) return null;
  return (
    <Alert tone="warning" title={reviewSentence(review, true)}>
      {review.message ? <p className="jl-reviews__message">{review.message}</p> : null}
      <Form method="post" action={paths.sectionReviews(applicationId)}>
        <input type="hidden" name="section" value={section.id} />
        <input type="hidden" name="retour" value={paths.application(applicationId)} />
        <Button name="intention" value="relu" variant="secondary" size="sm">
          J’ai relu
        </Button>
      </Form>
    </Alert>
  );
}
