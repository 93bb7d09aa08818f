import type { ReactNode } from "react";

export interface FriseItem {
  /** « 27 mars, 18 h 00 ». */
  date: string;
  label: ReactNode;
  state: "past" | "today" | "future";
}

export interface FriseProps {
  label: string;
  items: FriseItem[];
  onDeep?: boolean;
}

/** The dates of a campaign in order, today among them. */
export function Frise({ label, items, onDeep }: FriseProps) {
  return (
    <ol className={onDeep ? "jl-frise jl-frise--deep" : "jl-frise"} aria-label={label}>
      {items.map((item) => (
        <li
          key={item.date}
          className={`jl-frise__item jl-frise__item--${item.state}`}
          aria-current={item.state === "today" ? "date" : undefined}
        >
          <strong>{item.date}</strong>
          <span>{item.label}</span>
        </li>
      ))}
    </ol>
  );
}
