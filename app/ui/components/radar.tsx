import { classNames } from "./class-names";

export interface RadarAxis {
  label: string;
  /** One word for phones. */
  shortLabel: string;
  /** Preformatted, printed at the vertex. */
  value: string;
  /** 0..1; `null` when the axis has no score yet. */
  ratio: number | null;
  /** 0..1, the level's minimum; the vertex turns brown below it. */
  minimum?: number;
}

export interface RadarProps {
  /** Three to eight. */
  axes: RadarAxis[];
  description: string;
}

const centre = { x: 280, y: 216 };
const radius = 142;

function pointAt(index: number, count: number, ratio: number, extra = 0) {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const length = radius * ratio + extra;
  return { x: centre.x + Math.cos(angle) * length, y: centre.y + Math.sin(angle) * length };
}

const polygon = (points: { x: number; y: number }[]) =>
  points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(" ");

/** Splits a label in two lines near its middle when it is long. */
export function twoLines(label: string, longest = 16): string[] {
  if (label.length <= longest || !label.includes(" ")) return [label];
  const words = label.split(" ");
  let best = 1;
  for (let i = 1; i < words.length; i++) {
    const left = words.slice(0, i).join(" ").length;
    const bestLeft = words.slice(0, best).join(" ").length;
    if (Math.abs(left - label.length / 2) < Math.abs(bestLeft - label.length / 2)) best = i;
  }
  return [words.slice(0, best).join(" "), words.slice(best).join(" ")];
}

function AxisLabel({ axis, index, count }: { axis: RadarAxis; index: number; count: number }) {
  const point = pointAt(index, count, 1, 18);
  const side = Math.abs(point.x - centre.x) < 10 ? "middle" : point.x > centre.x ? "start" : "end";
  const lines = twoLines(axis.label);
  const isLow = axis.ratio !== null && axis.minimum !== undefined && axis.ratio < axis.minimum;
  const isTop = point.y < centre.y - radius;
  const y = isTop ? point.y - 18 : side === "middle" ? point.y + 14 : point.y - 6;
  return (
    <g textAnchor={side}>
      <text className={classNames("jl-radar__value", isLow && "jl-below")} x={point.x} y={y}>
        {axis.value}
      </text>
      {(isTop ? [axis.label] : lines).map((line, i) => (
        <text className="jl-radar__label jl-long" key={line} x={point.x} y={y + 18 + i * 16}>
          {line}
        </text>
      ))}
      <text className="jl-radar__label jl-short" x={point.x} y={y + 22}>
        {axis.shortLabel}
      </text>
    </g>
  );
}

/** Scores by axis and the minimum of a level, drawn on the server; the table beside holds the same data. */
export function Radar({ axes, description }: RadarProps) {
  const count = axes.length;
  const ring = (ratio: number) => polygon(axes.map((_, index) => pointAt(index, count, ratio)));
  const scores = axes.map((axis, index) => ({
    axis,
    point: pointAt(index, count, axis.ratio ?? 0),
  }));
  const hasMinimum = axes.some((axis) => axis.minimum !== undefined);
  return (
    <div className="jl-radar">
      <svg viewBox="0 0 560 438" role="img" aria-label={description}>
        {[0.25, 0.5, 0.75].map((ratio) => (
          <polygon key={ratio} className="jl-radar__ring" points={ring(ratio)} />
        ))}
        <polygon className="jl-radar__ring jl-radar__ring--outer" points={ring(1)} />
        {axes.map((axis, index) => {
          const end = pointAt(index, count, 1);
          return (
            <line
              key={axis.label}
              className="jl-radar__ring"
              x1={centre.x}
              y1={centre.y}
              x2={end.x}
              y2={end.y}
            />
          );
        })}
        <polygon className="jl-radar__area" points={polygon(scores.map((score) => score.point))} />
        {hasMinimum && (
          <polygon
            className="jl-radar__minimum"
            points={polygon(axes.map((axis, index) => pointAt(index, count, axis.minimum ?? 0)))}
          />
        )}
        {[0.25, 0.5, 0.75, 1].map((ratio) => (
          <text
            key={ratio}
            className="jl-radar__grade"
            x={centre.x + 4}
            y={centre.y - radius * ratio - 3}
          >
            {ratio * 100}
          </text>
        ))}
        {scores.map(({ axis, point }) => {
          if (axis.ratio === null) return null;
          const isLow = axis.minimum !== undefined && axis.ratio < axis.minimum;
          return (
            <circle
              key={axis.label}
              className={classNames("jl-radar__dot", isLow && "jl-radar__dot--below")}
              cx={point.x}
              cy={point.y}
              r={isLow ? 6 : 4.5}
            />
          );
        })}
        {axes.map((axis, index) => (
          <AxisLabel key={axis.label} axis={axis} index={index} count={count} />
        ))}
      </svg>
    </div>
  );
}

/** The key of the radar, above or beside it. */
export function RadarLegend({ minimumLabel }: { minimumLabel: string }) {
  return (
    <ul className="jl-legend">
      <li>
        <svg width="26" height="12" aria-hidden focusable="false">
          <line className="jl-radar__key" x1="0" x2="26" y1="6" y2="6" />
        </svg>
        Votre score
      </li>
      <li>
        <svg width="26" height="12" aria-hidden focusable="false">
          <line className="jl-radar__minimum" x1="0" x2="26" y1="6" y2="6" />
        </svg>
        {minimumLabel}
      </li>
      <li>
        <svg width="14" height="14" aria-hidden focusable="false">
          <circle className="jl-radar__dot jl-radar__dot--below" cx="7" cy="7" r="6" />
        </svg>
        Sous le minimum
      </li>
    </ul>
  );
}
