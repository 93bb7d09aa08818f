/** The single source of the look's values; `write-tokens.ts` turns it into `tokens.css`. */

type Pair = readonly [light: string, dark: string];

/** Colours, light then dark. */
export const colours = {
  ground: ["#F2F6F6", "#0C1518"],
  surface: ["#FFFFFF", "#142025"],
  "surface-2": ["#E9EFF0", "#1C2B31"],
  "surface-3": ["#D9E2E4", "#293B42"],
  ink: ["#0E2128", "#ECF3F4"],
  "ink-2": ["#3A4D55", "#BDCBD0"],
  "ink-3": ["#54666E", "#98AAB1"],
  line: ["#D0DADD", "#2B3D44"],
  "line-strong": ["#6F8189", "#7D929A"],
  accent: ["#00616C", "#63C8D2"],
  "accent-hover": ["#004A53", "#8CDAE1"],
  "accent-press": ["#00363D", "#B0E7EB"],
  "on-accent": ["#FFFFFF", "#03252B"],
  "accent-soft": ["#DFF0F1", "#12363C"],
  "accent-line": ["#8FC4CA", "#2F6F78"],
  "accent-ink": ["#00525C", "#8CDAE1"],
  deep: ["#04303A", "#0A2A32"],
  "deep-2": ["#0B424E", "#123C46"],
  "deep-line": ["#5C8790", "#527D88"],
  "on-deep": ["#FFFFFF", "#FFFFFF"],
  "on-deep-2": ["#BFDDE1", "#B5D6DB"],
  repere: ["#F5B400", "#FFC533"],
  "on-repere": ["#0E2128", "#0E2128"],
  ok: ["#17663A", "#7BD3A0"],
  "ok-soft": ["#E1F2E6", "#14301F"],
  "ok-line": ["#8CC7A0", "#2F6B47"],
  warn: ["#824600", "#F2BC6B"],
  "warn-soft": ["#FDF0D5", "#35270F"],
  "warn-line": ["#E3B560", "#7A5A1F"],
  err: ["#B0211A", "#FF9C91"],
  "err-soft": ["#FCEAE7", "#401D1A"],
  "err-line": ["#E5A199", "#8A3F38"],
  below: ["#A34E00", "#F0A35E"],
  seq1: ["#D3E9EA", "#17373D"],
  seq2: ["#9FCDD1", "#1E525B"],
  seq3: ["#5FA7B0", "#2E7883"],
  seq4: ["#1F7A86", "#66B6BF"],
  seq5: ["#004B56", "#BDEAEC"],
  "on-seq1": ["#0E2128", "#ECF3F4"],
  "on-seq2": ["#0E2128", "#ECF3F4"],
  "on-seq3": ["#0E2128", "#FFFFFF"],
  "on-seq4": ["#FFFFFF", "#03252B"],
  "on-seq5": ["#FFFFFF", "#03252B"],
  "seq-none": ["#F1F3F3", "#182327"],
  "seq-none-line": ["#B9C4C8", "#3A4B52"],
  veil: ["#06181DB3", "#000000B3"],
  mark: ["#FFE49A", "#5B4708"],
} as const satisfies Record<string, Pair>;

export type Colour = keyof typeof colours;

/** Lengths, type, motion: the same in light and dark. */
export const measures = {
  "font-text": '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif',
  "font-title": '"Bricolage Grotesque Variable", "Source Sans 3 Variable", system-ui, sans-serif',
  display: "clamp(2.375rem, 1.4rem + 4vw, 4rem)",
  h1: "clamp(1.875rem, 1.55rem + 1.4vw, 2.5rem)",
  stat: "clamp(2rem, 1.65rem + 1.5vw, 2.75rem)",
  h2: "clamp(1.5rem, 1.35rem + 0.6vw, 1.8125rem)",
  h3: "1.375rem",
  h4: "1.1875rem",
  lead: "1.3125rem",
  question: "1.25rem",
  body: "1.125rem",
  md: "1rem",
  sm: "0.9375rem",
  xs: "0.8125rem",
  "1": "4px",
  "2": "8px",
  "3": "12px",
  "4": "16px",
  "5": "24px",
  "6": "32px",
  "7": "clamp(32px, 5vw, 48px)",
  "8": "clamp(40px, 6vw, 64px)",
  "9": "clamp(56px, 8vw, 96px)",
  "radius-mark": "4px",
  "radius-control": "6px",
  "radius-sheet": "12px",
  shadow: "0 12px 40px rgb(4 32 40 / 0.22)",
  measure: "68ch",
  "hover-time": "120ms",
  "panel-time": "220ms",
  ease: "cubic-bezier(0.2, 0.7, 0.2, 1)",
} as const;

/** Foreground, background, least contrast (WCAG ratio) in light and dark. */
export const contrasts: readonly (readonly [Colour, Colour, number])[] = [
  ["ink", "surface", 7],
  ["ink", "ground", 7],
  ["ink-2", "surface", 7],
  ["ink-2", "surface-2", 7],
  ["ink-2", "ground", 7],
  ["ink-3", "surface", 4.5],
  ["ink-3", "surface-2", 4.5],
  ["ink-3", "ground", 4.5],
  ["ink-3", "accent-soft", 4.5],
  ["line-strong", "surface", 3],
  ["line-strong", "ground", 3],
  ["accent", "surface", 4.5],
  ["accent", "ground", 4.5],
  ["accent", "accent-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["on-accent", "accent-press", 4.5],
  ["accent-ink", "accent-soft", 4.5],
  ["on-deep", "deep", 7],
  ["on-deep-2", "deep", 7],
  ["on-deep-2", "deep-2", 4.5],
  ["deep-line", "deep", 3],
  ["on-repere", "repere", 7],
  ["ok", "ok-soft", 4.5],
  ["ok", "surface", 4.5],
  ["warn", "warn-soft", 4.5],
  ["warn", "surface", 4.5],
  ["err", "err-soft", 4.5],
  ["err", "surface", 4.5],
  ["err", "ground", 4.5],
  ["ink", "warn-soft", 7],
  ["ink", "ok-soft", 7],
  ["ink", "err-soft", 7],
  ["ink", "accent-soft", 7],
  ["ink", "mark", 7],
  ["below", "surface", 4.5],
  ["below", "surface-3", 3],
  ["accent", "surface-3", 3],
  ["on-seq1", "seq1", 4.5],
  ["on-seq2", "seq2", 4.5],
  ["on-seq3", "seq3", 4.5],
  ["on-seq4", "seq4", 4.5],
  ["on-seq5", "seq5", 4.5],
  ["ink-2", "seq-none", 7],
];

const channel = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    channel(Number.parseInt(hex.slice(start, start + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The WCAG 2 contrast ratio of two opaque `#RRGGBB` colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const lines = (index: 0 | 1) =>
  Object.entries(colours).map(([name, pair]) => `  --jl-${name}: ${pair[index].toLowerCase()};`);

/** The text of `tokens.css`. A choice on `<html data-fr-theme>` wins over the system; print is light. */
export function tokensCss(): string {
  const fixed = Object.entries(measures).map(([name, value]) => `  --jl-${name}: ${value};`);
  const indent = (rows: string[]) => rows.map((row) => `  ${row}`);
  return [
    "/* Written by write-tokens.ts from tokens.ts: edit that one. */",
    ":root {",
    "  color-scheme: light;",
    ...fixed,
    ...lines(0),
    "}",
    "@media screen and (prefers-color-scheme: dark) {",
    '  :root:not([data-fr-theme="light"]) {',
    "    color-scheme: dark;",
    ...indent(lines(1)),
    "  }",
    "}",
    "@media screen {",
    '  :root[data-fr-theme="dark"] {',
    "    color-scheme: dark;",
    ...indent(lines(1)),
    "  }",
    "}",
    "",
  ].join("\n");
}
