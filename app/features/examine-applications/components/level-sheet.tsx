import { Badge } from "~/ui/components/badge";
import { Sheet } from "~/ui/components/sheet";
import { formatList, formatNumber, pluralOf } from "~/ui/format";
import type { LevelReasons } from "../score-comparison";

type Gate = LevelReasons["gates"][number];

/** Why the retained answers give this level: each condition, what was observed, what is asked for. */
export function LevelSheet({ levels }: { levels: readonly LevelReasons[] }) {
  return (
    <Sheet title="Motifs du niveau">
      <p className="jl-quiet">
        Un niveau est atteint quand ses conditions et celles des niveaux inférieurs sont remplies.
      </p>
      {levels.map((level) => (
        <section key={level.level} className="jl-reasons">
          <div className="jl-reasons__head">
            <h3>{level.title}</h3>
            <Badge
              tone={level.reached ? "success" : "neutral"}
              icon={level.reached ? "check" : "lock"}
            >
              {level.reached ? "Atteint" : "Non atteint"}
            </Badge>
          </div>
          <ul>
            {level.gates.map((gate) => (
              <li key={gate.id} className="jl-reason">
                <Badge tone={gate.met ? "success" : "warning"} icon={gate.met ? "check" : "alert"}>
                  {gate.met ? "Remplie" : "Non remplie"}
                </Badge>
                <div>
                  <p>{gate.label}</p>
                  <p className="jl-quiet">{observedOf(gate)}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  );
}

/** « Observé 53,8 sur 100 ; demandé au moins 55. Axe concerné : Formation. » */
function observedOf({ observed, required, missingProof, axes, met }: Gate): string {
  const parts: string[] = [];
  if (typeof required === "number") {
    const seen =
      typeof observed === "number" ? formatNumber(observed, { decimals: 1 }) : "sans objet";
    parts.push(
      `Observé\u00a0: ${seen}\u00a0; demandé\u00a0: au moins ${formatNumber(required)} sur 100.`,
    );
  } else {
    const seen = observed === null ? "sans réponse" : observed ? "oui" : "non";
    parts.push(`Observé\u00a0: ${seen}\u00a0; demandé\u00a0: oui.`);
  }
  if (!met && axes.length > 0) {
    parts.push(
      `${pluralOf(axes.length, "Axe concerné", "Axes concernés")}\u00a0: ${formatList(axes)}.`,
    );
  }
  if (missingProof) parts.push(`Preuve absente ou écartée\u00a0: ${missingProof}.`);
  return parts.join(" ");
}
