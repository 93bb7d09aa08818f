import { levelName } from "~/features/application-file/level-name";
import { outcomeLabel } from "~/features/application-file/outcome-label";
import { OutcomeMark } from "~/features/application-file/outcome-mark";
import { Sheet } from "~/ui/components/sheet";
import { formatDate } from "~/ui/format";
import type { DecisionView } from "../decision-view.server";
import { actLabels } from "../labels";

/** The published decision, its reason and the acts that carry it. */
export function DecisionSheet({ decision }: { decision: DecisionView }) {
  const isLevel = decision.scale === "levels" && decision.level > 0;
  return (
    <Sheet title="Décision" aside={`Publiée le ${formatDate(decision.publishedAt)}`}>
      <div className="jl-stack">
        <p>
          <OutcomeMark
            scale={decision.scale}
            level={decision.level}
            size="lg"
            label={
              isLevel
                ? levelName(decision.level, decision.title)
                : outcomeLabel(decision.scale, decision.level)
            }
          />
        </p>
        {decision.scale === "levels" && decision.level === 0 && (
          <p>Votre académie vous propose un accompagnement sur les axes à renforcer.</p>
        )}
        {decision.reason && (
          <div>
            <h3 className="jl-h4">Motif</h3>
            <p>{decision.reason}</p>
          </div>
        )}
        {decision.acts.length > 0 && (
          <div>
            <h3 className="jl-h4">Actes</h3>
            <ul className="jl-acts">
              {decision.acts.map((act) => (
                <li key={act.number}>
                  {`${actLabels[act.kind]} n°\u00a0${act.number} du ${formatDate(act.signedOn)}, ${act.authority} (${act.signatory})`}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Sheet>
  );
}
