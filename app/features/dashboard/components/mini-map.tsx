import { boxOf, ringsOf, shapes } from "~/ui/components/map-geometry";
import { classKey, type MapClass } from "~/ui/components/map-shape";

const idOf = (code: string) => `mini-${code}`;

/** The outlines of some départements, drawn once for all the small maps of a page. */
export function MiniMapShapes({ codes }: { codes: readonly string[] }) {
  return (
    <svg className="jl-mini-shapes" width="0" height="0" aria-hidden focusable="false">
      <defs>
        {codes.map((code) => {
          const shape = shapes.get(code);
          return shape ? <path key={code} id={idOf(code)} d={shape.path} /> : null;
        })}
      </defs>
    </svg>
  );
}

type Props = {
  readonly codes: readonly string[];
  readonly shapes: readonly { readonly code: string; readonly class: MapClass }[];
};

/** A small silent map: the figures stand beside it. */
export function MiniMap({ codes, shapes: entries }: Props) {
  const points = codes.flatMap((code) => ringsOf(shapes.get(code)?.path ?? "").flat());
  if (points.length === 0) return null;
  const box = boxOf(points);
  return (
    <svg
      className="jl-mini"
      viewBox={`${box.x - 1} ${box.y - 1} ${box.width + 2} ${box.height + 2}`}
      aria-hidden
      focusable="false"
    >
      {entries.map((entry) => (
        <use
          key={entry.code}
          href={`#${idOf(entry.code)}`}
          className={`jl-mini__shape jl-map__shape--${classKey(entry.class)}`}
        />
      ))}
    </svg>
  );
}
