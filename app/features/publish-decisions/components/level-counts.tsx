import { OutcomeMark } from "~/features/application-file/outcome-mark";
import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import { formatNumber } from "~/ui/format";
import type { PublicationView } from "../publication-view.server";

/** How many files get each level, or are retained or not, of how many. */
export function LevelCounts({ view: { scale, levels, total } }: { view: PublicationView }) {
  return (
    <StatRow>
      {levels.map(({ level, count }) => (
        <StatFigure key={level} value={formatNumber(count)} unit={`sur ${formatNumber(total)}`}>
          <OutcomeMark scale={scale} level={level} />
        </StatFigure>
      ))}
    </StatRow>
  );
}
