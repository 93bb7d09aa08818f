import { Anchor } from "./anchor";
import { classNames } from "./class-names";
import type { Point } from "./map-geometry";
import { Pattern, type PatternKind } from "./patterns";

export type MapClass = 1 | 2 | 3 | 4 | 5 | null;

export interface MapEntry {
  /** Département code: « 09 », « 2A ». */
  code: string;
  name: string;
  /** « 66,7 % », or « n. c. ». */
  value: string;
  /** Rounded, for phones: « 67 ». */
  shortValue: string;
  /** `null`: not communicated, hatched. */
  class: MapClass;
  /** Its row, its page. */
  to?: string;
  selected?: boolean;
}

/** The class as a word of a class name or pattern id. */
export const classKey = (value: MapClass) => (value === null ? "none" : String(value));

const kinds: Record<1 | 2 | 3 | 4 | 5, PatternKind> = {
  1: "sparse",
  2: "dots",
  3: "hatch",
  4: "lines",
  5: "cross",
};
const classes = [1, 2, 3, 4, 5] as const;

/** « Tarn-et-Garonne » → « Tarn-et- », « Garonne ». */
export function nameLines(name: string): string[] {
  if (name.length <= 8) return [name];
  const cut = name.lastIndexOf("-");
  return cut < 0 ? [name] : [name.slice(0, cut + 1), name.slice(cut + 1)];
}

/** The patterns of all classes, for one map. */
export function MapPatterns({ id }: { id: string }) {
  return (
    <defs>
      <Pattern id={`${id}none`} kind="hatch" className="jl-pattern--none" />
      {classes.map((value) => (
        <Pattern
          key={value}
          id={`${id}${value}`}
          kind={kinds[value]}
          className={`jl-pattern--c${value}`}
        />
      ))}
    </defs>
  );
}

function Labels({ entry, x, y }: { entry: MapEntry; x: number; y: number }) {
  const lines = nameLines(entry.name);
  const top = y - lines.length * 8 + 5;
  return (
    <g textAnchor="middle" className={`jl-map__labels jl-map__labels--${classKey(entry.class)}`}>
      <g className="jl-long">
        {lines.map((line, index) => (
          <text key={line} className="jl-map__name" x={x} y={top + index * 14}>
            {line}
          </text>
        ))}
        <text className="jl-map__value" x={x} y={top + lines.length * 14 + 4}>
          {entry.value}
        </text>
      </g>
      <g className="jl-short">
        <text className="jl-map__name" x={x} y={y - 6}>
          {entry.code}
        </text>
        <text className="jl-map__value" x={x} y={y + 24}>
          {entry.shortValue}
        </text>
      </g>
    </g>
  );
}

/** One shape with its pattern and labels, a link when it leads somewhere; a square without `path`. */
export function Departement({
  entry,
  path,
  at,
  patternId,
}: {
  entry: MapEntry;
  path: string | null;
  at: Point;
  patternId: string;
}) {
  const key = classKey(entry.class);
  const fill = (className: string, paint?: string) =>
    path ? (
      <path className={className} d={path} fill={paint} />
    ) : (
      <rect
        className={className}
        x={at.x - 55}
        y={at.y - 40}
        width="110"
        height="80"
        rx="6"
        fill={paint}
      />
    );
  const content = (
    <>
      <title>{`${entry.name} : ${entry.value}`}</title>
      {fill(`jl-map__shape jl-map__shape--${key}`)}
      {fill(
        classNames("jl-map__pattern", key === "none" && "jl-map__pattern--always"),
        `url(#${patternId}${key})`,
      )}
      <Labels entry={entry} x={at.x} y={at.y} />
    </>
  );
  const className = classNames("jl-map__link", entry.selected && "jl-map__link--selected");
  if (!entry.to) {
    return <g className={className}>{content}</g>;
  }
  return (
    <Anchor
      to={entry.to}
      className={className}
      aria-label={`${entry.name} ${entry.value}`}
      aria-current={entry.selected ? "true" : undefined}
      preventScrollReset
    >
      {content}
    </Anchor>
  );
}
