import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import { formatDate, formatNumber, nbsp, pluralOf } from "~/ui/format";
import type { KeyFigure } from "../home-view.server";

/** Published figures, each with its date and where it comes from. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  if (figures.length === 0) return null;
  const sources = [...new Set(figures.map(({ source }) => source))];
  return (
    <section className="jl-band jl-band--surface jl-bleed" aria-labelledby="chiffres">
      <h2 id="chiffres">Le label en chiffres</h2>
      <StatRow>
        {figures.map((figure) => (
          <StatFigure key={figure.key} value={mainNumber(figure)} unit={unitWords(figure)}>
            {sentenceOf(figure)}
          </StatFigure>
        ))}
      </StatRow>
      <details className="jl-sources">
        <summary className="jl-more">
          {pluralOf(sources.length, "Source de ces chiffres", "Sources de ces chiffres")}
        </summary>
        <ul>
          {figures.map((figure) => (
            <li key={figure.key}>
              {figure.label}
              {`${nbsp}: ${figure.source}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function mainNumber({ form, value, numerator }: KeyFigure): string {
  return formatNumber(form === "out-of" && numerator !== null ? numerator : value);
}

function unitWords({ form, unit, denominator }: KeyFigure): string {
  return form === "out-of" && denominator !== null ? `sur ${formatNumber(denominator)}` : unit;
}

function sentenceOf({
  text,
  companion,
  companionNoun,
  numerator,
  isDated,
  observedOn,
}: KeyFigure): string {
  const beside = companion ?? numerator;
  const also =
    companionNoun && beside !== null
      ? `, soit ${companionNoun.replace("#", formatNumber(beside)).replace(/ (?=\S+$)/, nbsp)}`
      : "";
  return isDated ? `${text}${also}, au ${formatDate(observedOn)}` : `${text}${also}`;
}
