import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { formatNumber } from "~/ui/format";
import { levelLabel } from "../labels";

/** A score out of 100 with the level it gives; a dash while there is none. */
export function ScoreCell({ score, level }: { score: number | null; level: number | null }) {
  if (score === null && level === null) {
    return (
      <>
        <span aria-hidden>–</span>
        <span className="fr-sr-only">Pas de score</span>
      </>
    );
  }
  return (
    <span className="jl-score">
      <strong>{score === null ? "–" : formatNumber(score, { decimals: 1 })}</strong>
      {level === null ? null : (
        <LevelMark level={level as LevelValue} size="sm" label={levelLabel(level)} labelHidden />
      )}
      {level === null ? null : (
        <span aria-hidden className="jl-score__level">
          {level === 0 ? "Acc." : level}
        </span>
      )}
    </span>
  );
}
