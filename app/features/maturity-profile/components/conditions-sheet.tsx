import { CircleCheck, CircleX } from "lucide-react";
import { plainLevel } from "~/features/application-file/level-name";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatList, formatNumber, pluralOf } from "~/ui/format";
import type { ConditionLine, MaturityProfileView } from "../maturity-profile-view.server";

/** Every condition of the level aimed at: asked for, observed, and what still holds it. */
export function ConditionsSheet({ view }: { view: MaturityProfileView }) {
  if (!view.aimed) return null;
  return (
    <Sheet title={`Conditions du ${plainLevel(view.aimed.level)}`}>
      <ul className="jl-conditions">
        {view.conditions.map((condition) => (
          <li
            key={condition.id}
            className={condition.isMet ? "jl-condition" : "jl-condition jl-condition--unmet"}
          >
            {condition.isMet ? (
              <CircleCheck aria-hidden size={22} />
            ) : (
              <CircleX aria-hidden size={22} />
            )}
            <div>
              <p>{condition.label}</p>
              <p className="jl-condition__detail">{detailOf(condition)}</p>
              {condition.proof && (
                <Link to={condition.proof.to} size="sm" icon="arrow">
                  {`Joindre la preuve, question ${condition.proof.number}`}
                </Link>
              )}
            </div>
            <p className="jl-condition__value">{observedText(condition)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function detailOf(condition: ConditionLine): string {
  const asked =
    typeof condition.required === "number"
      ? `au moins ${formatNumber(condition.required)} sur 100`
      : (condition.help ?? "");
  const shut =
    condition.isMet || condition.axes.length === 0
      ? ""
      : `${formatList(condition.axes)} ${pluralOf(condition.axes.length, "est", "sont")} en dessous`;
  return [asked, shut].filter((part) => part !== "").join("\u00a0; ");
}

function observedText(condition: ConditionLine): string {
  if (condition.isMet) return "Rempli";
  if (condition.proof) return "Preuve absente";
  if (typeof condition.observed === "number") {
    return formatNumber(condition.observed, { decimals: 1 });
  }
  return condition.observed === null ? "Sans réponse" : "Non rempli";
}
