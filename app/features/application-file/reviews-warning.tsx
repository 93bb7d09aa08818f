import { Alert } from "~/ui/components/alert";
import { Anchor } from "~/ui/components/anchor";
import { formatCount } from "~/ui/format";
import type { WaitingReview } from "./waiting-reviews";

/** Warns, before the submission, of the sections that somebody asked to read again. */
export function ReviewsWarning({ reviews }: { reviews: readonly WaitingReview[] }) {
  const [first] = reviews;
  if (!first) return null;
  return (
    <Alert
      tone="warning"
      title={`${formatCount(reviews.length, "section attend une relecture", "sections attendent une relecture")}`}
    >
      <ul className="jl-errors">
        {reviews.map(({ sectionId, text }) => (
          <li key={sectionId}>{text}</li>
        ))}
      </ul>
      <p>
        Cela n’empêche pas de transmettre.{" "}
        {first.to && <Anchor to={first.to}>Voir les relectures</Anchor>}
      </p>
    </Alert>
  );
}
