import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { formatNumber } from "~/ui/format";
import type { Pace } from "../submission-pace";

const margin = { top: 12, right: 44, bottom: 4, left: 0 };

/** The last value of a line, printed at its end. */
function endLabel(last: number) {
  return function EndLabel(props: { index?: number; x?: unknown; y?: unknown; value?: unknown }) {
    if (props.index !== last) return <g />;
    return (
      <text className="jl-pace__value" x={Number(props.x) + 8} y={Number(props.y) + 5}>
        {formatNumber(Number(props.value))}
      </text>
    );
  };
}

/** Running totals since the opening; the current campaign solid, the one before dashed. */
export default function PaceChart({ paces }: { paces: readonly Pace[] }) {
  const length = Math.max(0, ...paces.map(({ points }) => points.length));
  const rows = Array.from({ length }, (_, day) => ({
    day: day + 1,
    ...Object.fromEntries(paces.map(({ points }, index) => [`s${index}`, points[day]?.total])),
  }));
  return (
    <>
      <ResponsiveContainer width="100%" height={240}>
        <LineChart data={rows} margin={margin} accessibilityLayer={false}>
          <CartesianGrid className="jl-pace__grid" vertical={false} />
          <XAxis dataKey="day" tickLine={false} minTickGap={40} />
          <YAxis allowDecimals={false} tickLine={false} axisLine={false} width={36} />
          {paces.map((pace, index) => (
            <Line
              key={pace.campaignId}
              className={`jl-pace__line jl-pace__line--${index}`}
              dataKey={`s${index}`}
              type="stepAfter"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              label={endLabel(pace.points.length - 1)}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
      <ul className="jl-legend">
        {paces.map((pace, index) => (
          <li key={pace.campaignId}>
            <svg width="28" height="10" aria-hidden focusable="false">
              <line
                className={`jl-pace__key jl-pace__key--${index}`}
                x1="0"
                x2="28"
                y1="5"
                y2="5"
              />
            </svg>
            {pace.title}
          </li>
        ))}
      </ul>
    </>
  );
}
