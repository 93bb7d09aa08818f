export interface GaugeProps {
  /** 0..1 */
  ratio: number;
  /** « 65,1 ». */
  value: string;
  /** « sur 100 ». */
  unit: string;
  /** Marks on the bar, in order: ratio, long and short names, value. */
  marks: { ratio: number; label: string; shortLabel: string; value: string }[];
  /** The whole in a sentence, for screen readers. */
  description: string;
}

const at = (ratio: number) => `${(Math.min(1, Math.max(0, ratio)) * 100).toFixed(2)}%`;
// Text near an edge is anchored inward so that it never leaves the drawing.
const anchorAt = (ratio: number) => (ratio < 0.08 ? "start" : ratio > 0.92 ? "end" : "middle");

/** A score with the level marks. */
export function Gauge({ ratio, value, unit, marks, description }: GaugeProps) {
  return (
    <div className="jl-gauge">
      <svg width="100%" height="112" role="img" aria-label={description}>
        <text className="jl-gauge__score" x={at(ratio)} y="26" textAnchor={anchorAt(ratio)}>
          {value}
          <tspan className="jl-gauge__unit" dx="5">
            {unit}
          </tspan>
        </text>
        <rect className="jl-bar__track" y="42" width="100%" height="18" rx="4" />
        <rect className="jl-bar__fill" y="42" width={at(ratio)} height="18" rx="4" />
        {marks.map((mark) => (
          <g key={mark.label}>
            <line className="jl-tick" x1={at(mark.ratio)} x2={at(mark.ratio)} y1="36" y2="66" />
            <text
              className="jl-gauge__mark jl-long"
              x={at(mark.ratio)}
              y="86"
              textAnchor={anchorAt(mark.ratio)}
            >
              {mark.label}
            </text>
            <text
              className="jl-gauge__mark jl-short"
              x={at(mark.ratio)}
              y="86"
              textAnchor={anchorAt(mark.ratio)}
            >
              {mark.shortLabel}
            </text>
            <text
              className="jl-gauge__mark"
              x={at(mark.ratio)}
              y="105"
              textAnchor={anchorAt(mark.ratio)}
            >
              {mark.value}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
