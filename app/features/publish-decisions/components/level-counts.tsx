import { levelLabel } from "~/features/examine-applications/labels";
import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import { formatNumber } from "~/ui/format";
import type { PublicationView } from "../publication-view.server";

/** How many files get each level, of how many. */
export function LevelCounts({ view: { levels, total } }: { view: PublicationView }) {
  return (
    <StatRow>
      {levels.map(({ level, count }) => (
        <StatFigure key={level} value={formatNumber(count)} unit={`sur ${formatNumber(total)}`}>
          <LevelMark level={level as LevelValue} label={levelLabel(level)} />
        </StatFigure>
      ))}
    </StatRow>
  );
}
