import { Form } from "@remix-run/react";
import { Check } from "lucide-react";
import { reviewSentence } from "~/features/application-file/review-words";
import { paths } from "~/paths";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatDateTime } from "~/ui/format";
import type { SectionReviewsView } from "../section-reviews-view.server";

/** The sections to read again, with who asks, why, and « J’ai relu »; nothing when none waits. */
export function OpenReviews({ view }: { view: SectionReviewsView }) {
  const waiting = view.sections.flatMap((section) =>
    section.review ? [{ ...section, review: section.review }] : [],
  );
  if (waiting.length === 0) return null;
  return (
    <Sheet title="À relire" aside={formatCount(waiting.length, "section")}>
      <ul className="jl-reviews">
        {waiting.map(({ id, number, title, review }) => (
          <li key={id}>
            <h3 className="jl-h4">
              {number}. {title}
            </h3>
            <p className="jl-second">
              {reviewSentence(review, true)}, le {formatDateTime(review.askedAt)}.
            </p>
            {review.message && <p className="jl-reviews__message">{review.message}</p>}
            <Form method="post">
              <input type="hidden" name="section" value={id} />
              <ButtonGroup>
                <Button
                  name="intention"
                  value="relu"
                  variant="secondary"
                  icon={Check}
                  aria-label={`J’ai relu la section ${title}`}
                >
                  J’ai relu
                </Button>
                <LinkButton
                  to={paths.section(view.id, id)}
                  variant="tertiary"
                  aria-label={`Ouvrir la section ${title}`}
                >
                  Ouvrir la section
                </LinkButton>
              </ButtonGroup>
            </Form>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
