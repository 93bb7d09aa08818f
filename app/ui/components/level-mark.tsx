import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type LevelValue = 0 | 1 | 2 | 3;

export interface LevelMarkProps {
  level: LevelValue;
  size?: "sm" | "md" | "lg" | "xl";
  /** « Niveau 2 », shown beside; without it the glyph is silent and the word must stand near. */
  label?: ReactNode;
  labelHidden?: boolean;
}

// One block in the first column, two in the second, three in the third.
const blocks = [
  { column: 1, x: 0, y: 30 },
  { column: 2, x: 15, y: 30 },
  { column: 2, x: 15, y: 15 },
  { column: 3, x: 30, y: 30 },
  { column: 3, x: 30, y: 15 },
  { column: 3, x: 30, y: 0 },
];

/** The staircase: filled to column n = level n; outline only = no level. */
export function LevelMark({ level, size = "md", label, labelHidden }: LevelMarkProps) {
  const glyph = (
    <svg
      className={`jl-level__glyph jl-level__glyph--${size}`}
      viewBox="0 0 43 43"
      aria-hidden
      focusable="false"
    >
      {blocks.map((block) => (
        <rect
          key={`${block.x}-${block.y}`}
          className={block.column <= level ? "jl-level__on" : "jl-level__off"}
          x={block.x + 1}
          y={block.y + 1}
          width="11"
          height="11"
          rx="2.5"
        />
      ))}
    </svg>
  );
  if (label === undefined) return glyph;
  return (
    <span className={classNames("jl-level", `jl-level--${size}`)}>
      {glyph}
      <span className={labelHidden ? "fr-sr-only" : undefined}>{label}</span>
    </span>
  );
}
