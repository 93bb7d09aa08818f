import type { ReactNode } from "react";

export interface StatFigureProps {
  /** Preformatted: « 42,6 ». */
  value: string;
  /** « % », « lycées », « sur 223 ». */
  unit?: string;
  /** The sentence that gives it sense: denominator and date. */
  children?: ReactNode;
  tone?: "neutral" | "err";
}

/** A big number that always has its denominator, date and unit beside it. */
export function StatFigure({ value, unit, children, tone = "neutral" }: StatFigureProps) {
  return (
    <div className={tone === "err" ? "jl-stat jl-stat--err" : "jl-stat"}>
      <p className="jl-stat__value">
        {value}
        {unit && <span className="jl-stat__unit">{`\u00a0${unit}`}</span>}
      </p>
      {children && (
        <div className="jl-stat__text">
          {typeof children === "string" ? <p>{children}</p> : children}
        </div>
      )}
    </div>
  );
}

/** Figures side by side, wrapping. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className="jl-stats">{children}</div>;
}
