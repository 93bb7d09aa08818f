import { Pattern, usePatternId } from "./patterns";

const clamp = (ratio: number) => Math.min(1, Math.max(0, ratio));
const percent = (ratio: number) => `${(clamp(ratio) * 100).toFixed(2)}%`;

export interface BarWithTargetProps {
  /** 0..1 */
  ratio: number;
  /** 0..1; a tick, and a hatched brown bar below it when `marksBelow`. */
  target?: number;
  marksBelow?: boolean;
  label?: string;
  value?: string;
  /** « Cible 50 % », printed under the tick. */
  targetLabel?: string;
  size?: "sm" | "md" | "lg";
}

/** A bar with a tick for its target; `label` and `value` are printed above when given. */
export function BarWithTarget({
  ratio,
  target,
  marksBelow,
  label,
  value,
  targetLabel,
  size = "md",
}: BarWithTargetProps) {
  const id = usePatternId();
  const isBelow = Boolean(marksBelow && target !== undefined && ratio < target);
  const height = { sm: 12, md: 14, lg: 20 }[size];
  const total = height + 10;
  return (
    <div className="jl-target">
      {(label || value) && (
        <p className="jl-target__head">
          <span>{label}</span>
          <strong>{value}</strong>
        </p>
      )}
      <svg width="100%" height={targetLabel ? total + 20 : total} aria-hidden focusable="false">
        {isBelow && (
          <defs>
            <Pattern id={id} kind="hatch" className="jl-pattern--below" />
          </defs>
        )}
        <rect className="jl-bar__track" y="5" width="100%" height={height} rx="3" />
        <rect
          className={isBelow ? "jl-bar__fill jl-bar__fill--below" : "jl-bar__fill"}
          fill={isBelow ? `url(#${id})` : undefined}
          y="5"
          width={percent(ratio)}
          height={height}
          rx="3"
        />
        {target !== undefined && (
          <line className="jl-tick" x1={percent(target)} x2={percent(target)} y1="0" y2={total} />
        )}
        {targetLabel && target !== undefined && (
          <text
            className="jl-target__label"
            x={percent(target)}
            y={total + 16}
            textAnchor={target < 0.12 ? "start" : target > 0.88 ? "end" : "middle"}
          >
            {targetLabel}
          </text>
        )}
      </svg>
    </div>
  );
}

export interface DistanceBarProps {
  /** −1..1 of the widest distance drawn: above zero to the right. */
  ratio: number;
}

/** Distance to a target from a centre line: petrol above, hatched brown below. The figure stands beside. */
export function DistanceBar({ ratio }: DistanceBarProps) {
  const id = usePatternId();
  const half = clamp(Math.abs(ratio)) / 2;
  const isBelow = ratio < 0;
  return (
    <svg className="jl-distance" width="100%" height="22" aria-hidden focusable="false">
      {isBelow && (
        <defs>
          <Pattern id={id} kind="hatch" className="jl-pattern--below" />
        </defs>
      )}
      <rect
        className={isBelow ? "jl-bar__fill jl-bar__fill--below" : "jl-bar__fill"}
        fill={isBelow ? `url(#${id})` : undefined}
        x={percent(isBelow ? 0.5 - half : 0.5)}
        y="5"
        width={percent(half)}
        height="12"
        rx="1.5"
      />
      <line className="jl-tick jl-tick--thin" x1="50%" x2="50%" y1="1" y2="21" />
    </svg>
  );
}

export interface DeliveryBarProps {
  /** Shares of the planned quantity, 0..1; what is left is to be ordered. */
  installed: number;
  /** Delivered, not yet installed. */
  delivered: number;
  /** Ordered, not yet delivered. */
  ordered: number;
  size?: "sm" | "lg";
}

/** Installed solid, delivered striped, ordered dotted, rest grey. The figures stand beside. */
export function DeliveryBar({ installed, delivered, ordered, size = "sm" }: DeliveryBarProps) {
  const id = usePatternId();
  const height = size === "lg" ? 26 : 14;
  return (
    <svg className="jl-delivery" width="100%" height={height} aria-hidden focusable="false">
      <defs>
        <Pattern id={`${id}d`} kind="hatch" className="jl-pattern--delivered" />
        <Pattern id={`${id}o`} kind="dots" className="jl-pattern--ordered" />
      </defs>
      <rect className="jl-bar__track" width="100%" height={height} />
      <rect className="jl-delivery__installed" width={percent(installed)} height={height} />
      <rect
        fill={`url(#${id}d)`}
        x={percent(installed)}
        width={percent(delivered)}
        height={height}
      />
      <rect
        fill={`url(#${id}o)`}
        x={percent(installed + delivered)}
        width={percent(ordered)}
        height={height}
      />
    </svg>
  );
}

/** The key of delivery bars. */
export function DeliveryLegend() {
  const id = usePatternId();
  return (
    <ul className="jl-legend">
      {(
        [
          ["Installé", undefined, "jl-delivery__installed"],
          ["Livré, à installer", `${id}d`, undefined],
          ["Commandé, à livrer", `${id}o`, undefined],
          ["À commander", undefined, "jl-bar__track"],
        ] as const
      ).map(([label, pattern, className]) => (
        <li key={label}>
          <svg width="24" height="14" aria-hidden focusable="false">
            <defs>
              {pattern?.endsWith("d") && (
                <Pattern id={pattern} kind="hatch" className="jl-pattern--delivered" />
              )}
              {pattern?.endsWith("o") && (
                <Pattern id={pattern} kind="dots" className="jl-pattern--ordered" />
              )}
            </defs>
            <rect
              className={className}
              fill={pattern ? `url(#${pattern})` : undefined}
              width="24"
              height="14"
              rx="2"
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
