import { plainLevel } from "~/features/application-file/level-name";
import { Link } from "~/ui/components/link";
import { formatCount, formatNumber, pluralOf } from "~/ui/format";
import type { ImprovementLine, MaturityProfileView } from "../maturity-profile-view.server";

/** The fewest changes that reach the next level, the largest gain first, each with its question. */
export function Improvements({ view }: { view: MaturityProfileView }) {
  if (!view.aimed || view.conditions.length === 0) return <div />;
  if (!view.hasNext) {
    return (
      <section className="jl-stack jl-stack--tight">
        <h2>Toutes les conditions sont remplies</h2>
        <p className="jl-second">Le plus haut niveau de la campagne est atteint.</p>
      </section>
    );
  }
  const { improvement } = view;
  return (
    <section className="jl-stack jl-stack--tight">
      <h2>Ce qu’il manque pour le {plainLevel(view.aimed.level)}</h2>
      {improvement ? (
        <>
          <p className="jl-second">
            {improvement.isExact
              ? "Le chemin le plus court"
              : "Un chemin court, peut-être pas le plus court"}
            {"\u00a0: "}
            {formatCount(improvement.changes.length, "amélioration")}
            {improvement.score !== null && (
              <>
                {`, qui ${pluralOf(improvement.changes.length, "porte", "portent")} le score à `}
                <strong>
                  {formatNumber(improvement.score, { decimals: 1 })}
                  {"\u00a0"}
                  {pluralOf(improvement.score, "point")}
                </strong>
              </>
            )}
            .
          </p>
          <ol className="jl-gains">
            {improvement.changes.map((change, index) => (
              <Gain key={`${change.kind}-${change.to}`} change={change} rank={index + 1} />
            ))}
          </ol>
        </>
      ) : (
        <p className="jl-second">
          {view.status === "draft"
            ? "Aucune suite de réponses n’y mène : une condition dépend de ce que l’on sait de l’établissement. Voyez les conditions ci-contre.".replace(
                " :",
                "\u00a0:",
              )
            : "La candidature est transmise et ses réponses ne changent plus. Voyez les conditions ci-contre."}
        </p>
      )}
    </section>
  );
}

function Gain({ change, rank }: { change: ImprovementLine; rank: number }) {
  return (
    <li className="jl-gain">
      <span className="jl-gain__rank" aria-hidden>
        {rank}
      </span>
      <div>
        <h3 className="jl-h4">
          {change.kind === "proof"
            ? `Joindre la preuve : ${change.title}`.replace(" :", "\u00a0:")
            : change.title}
        </h3>
        <p className="jl-second jl-md">{explain(change)}</p>
        <Link to={change.to} icon="arrow">
          Question {change.number}
        </Link>
      </div>
      <p className="jl-gain__points">
        {change.gain > 0 ? (
          <>
            <strong>{formatNumber(change.gain, { decimals: 1, signed: true })}</strong>
            <span>{pluralOf(change.gain, "point", "points")} au total</span>
          </>
        ) : (
          <span>Condition remplie, sans point de plus</span>
        )}
      </p>
    </li>
  );
}

function explain({ kind, current, proposed }: ImprovementLine): string {
  if (kind === "proof") return "Sans ce fichier, la réponse ne compte pas encore.";
  const target = proposed === "" ? "" : ` Réponse qui suffit : «\u00a0${oneLine(proposed)}\u00a0».`;
  const now =
    current === ""
      ? "Pas encore de réponse."
      : `Réponse actuelle\u00a0: «\u00a0${oneLine(current)}\u00a0».`;
  return `${now}${target}`.replace(/ :/g, "\u00a0:");
}

/** The rows of a table or a block, one after the other; the page of the question shows them all. */
function oneLine(text: string): string {
  const line = text.replace(/\n/g, ", ");
  return line.length <= longestQuotation ? line : `${line.slice(0, longestQuotation).trimEnd()}…`;
}

const longestQuotation = 140;
