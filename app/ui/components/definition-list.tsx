import type { ReactNode } from "react";

export interface DefinitionListProps {
  items: { term: string; value: ReactNode }[];
  /** Lines with hairlines, or a compact block of facts. */
  variant?: "facts" | "lines";
}

/** Terms and values, two columns; one below the other on phones when they do not fit. */
export function DefinitionList({ items, variant = "facts" }: DefinitionListProps) {
  return (
    <dl className={`jl-dl jl-dl--${variant}`}>
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
