import { paths } from "~/paths";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatDate } from "~/ui/format";
import type { ApplicationHomeView } from "../application-home-view.server";

/** What the examiner asks to complete, and why. */
export function CompletionSheet({
  id,
  completion,
}: {
  readonly id: string;
  readonly completion: NonNullable<ApplicationHomeView["completion"]>;
}) {
  return (
    <Sheet
      title={completion.isWhole ? "Modification acceptée" : "Compléments demandés"}
      aside={`Jusqu’au ${formatDate(completion.dueOn, { weekday: true })} inclus`}
    >
      <div className="jl-stack">
        {completion.isWhole ? (
          <p>
            Toutes les questions sont ouvertes. Ce que vous avez transmis reste valable tant que
            vous ne transmettez pas de nouveau.
          </p>
        ) : (
          <ul className="jl-stack">
            {completion.questions.map((question) => (
              <li key={question.id}>
                <strong className="jl-line">{question.name}</strong>
                {question.reason}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link to={paths.completion(id)} icon="arrow">
            {completion.isWhole ? "Modifier et transmettre" : "Compléter et transmettre"}
          </Link>
        </p>
      </div>
    </Sheet>
  );
}
