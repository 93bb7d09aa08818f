import { useMemo } from "react";
import { classNames } from "./class-names";
import { boxesMeet, boxOf, labelPoint, type Point, pathOf, ringsOf, shapes } from "./map-geometry";
import { classKey, Departement, type MapClass, type MapEntry, MapPatterns } from "./map-shape";
import { usePatternId } from "./patterns";

export type { MapClass, MapEntry };

export interface DepartementMapProps {
  entries: MapEntry[];
  /** « Part des lycées de niveau 3 par département ». */
  label: string;
  legend: { class: MapClass; label: string; count?: string }[];
  note?: string;
  /** Dots, lines and cross-hatch over the classes; always on in print and forced colours. */
  patterns?: boolean;
}

const width = 760;
const margin = 30;

function layout(entries: MapEntry[]) {
  const drawn = entries.flatMap((entry) => {
    const shape = shapes.get(entry.code.toUpperCase());
    return shape ? [{ entry, shape, rings: ringsOf(shape.path) }] : [];
  });
  const insets = entries.filter((entry) => !shapes.has(entry.code.toUpperCase()));
  const points = drawn.flatMap(({ rings }) => rings.flat());
  const box = points.length > 0 ? boxOf(points) : { x: 0, y: 0, width: 1, height: 0 };
  const scale = (width - 2 * margin) / Math.max(box.width, box.height * 0.9);
  const left = (width - box.width * scale) / 2;
  const place = ({ x, y }: Point) => ({
    x: (x - box.x) * scale + left,
    y: (y - box.y) * scale + margin,
  });
  const mapHeight = drawn.length > 0 ? box.height * scale + 2 * margin : 0;
  const frame = {
    x: box.x - left / scale,
    y: box.y - margin / scale,
    width: width / scale,
    height: mapHeight / scale,
  };
  const own = new Set(drawn.map(({ shape }) => shape.code));
  const neighbours = [...shapes.values()]
    .filter((shape) => !own.has(shape.code))
    .map((shape) => ringsOf(shape.path))
    .filter((rings) => boxesMeet(boxOf(rings.flat()), frame))
    .map((rings) => pathOf(rings, place))
    .join("");
  return {
    drawn: drawn.map(({ entry, shape, rings }) => ({
      entry,
      path: pathOf(rings, place),
      at: place(labelPoint(shape)),
    })),
    insets,
    mapHeight,
    neighbours,
    height: mapHeight + (insets.length > 0 ? 110 : 0),
  };
}

/** Own SVG map of the given départements, name and value printed on each, each shape a link. Overseas: squares below. */
export function DepartementMap({ entries, label, legend, note, patterns }: DepartementMapProps) {
  const id = usePatternId();
  const { drawn, insets, neighbours, height, mapHeight } = useMemo(
    () => layout(entries),
    [entries],
  );
  // The selected shape comes last, so that its contour is whole.
  const ordered = [...drawn].sort(
    (a, b) => Number(a.entry.selected ?? 0) - Number(b.entry.selected ?? 0),
  );
  return (
    <figure className={classNames("jl-map", patterns && "jl-map--patterns")}>
      <svg viewBox={`0 0 ${width} ${Math.round(height)}`}>
        <title>{label}</title>
        <MapPatterns id={id} />
        <path className="jl-map__neighbour" d={neighbours} />
        <path className="jl-map__outline" d={drawn.map(({ path }) => path).join("")} />
        {ordered.map(({ entry, path, at }) => (
          <Departement key={entry.code} entry={entry} path={path} at={at} patternId={id} />
        ))}
        {insets.map((entry, index) => (
          <Departement
            key={entry.code}
            entry={entry}
            path={null}
            at={{ x: 85 + index * 125, y: mapHeight + 50 }}
            patternId={id}
          />
        ))}
      </svg>
      <figcaption>
        <ul className="jl-legend">
          {legend.map((item) => (
            <li key={item.label}>
              <svg width="28" height="16" aria-hidden focusable="false">
                <rect
                  className={`jl-map__swatch jl-map__shape--${classKey(item.class)}`}
                  width="28"
                  height="16"
                  rx="3"
                />
                <rect
                  className={classNames(
                    "jl-map__pattern",
                    item.class === null && "jl-map__pattern--always",
                  )}
                  fill={`url(#${id}${classKey(item.class)})`}
                  width="28"
                  height="16"
                  rx="3"
                />
              </svg>
              <span>{item.label}</span>
              {item.count && <strong>{item.count}</strong>}
            </li>
          ))}
        </ul>
        {note && <p className="jl-map__note">{note}</p>}
      </figcaption>
    </figure>
  );
}
