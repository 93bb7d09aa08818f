import fc from "fast-check";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Where a document is damaged: at each level, which entry, counted modulo how many there are. */
type Place = readonly number[];

/** A value as deep as `depth`, which a reader that calls itself must not follow to the end. */
export function nested(depth: number, key: string | null): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = key === null ? [value] : { [key]: value };
  return value;
}

const plain: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  9_007_199_254_740_991,
  "",
  "é".repeat(5_000),
  "\0",
  "\ud800",
  "2026-02-30T25:00:00",
  [],
  {},
  [[]],
  JSON.parse('{"__proto__":{"eq":[1,1]},"constructor":1}') as Json,
  { answer: "inconnue" },
  { eq: [{ answer: "inconnue" }, true] },
  { and: [] },
  { eq: [] },
  { div: [1, 0] },
  { school: "__proto__" },
];

/** Too deep or too long to be copied or printed: made anew at each use. */
const huge = {
  "deep condition": () => nested(10_000, "not"),
  "deep list": () => nested(10_000, null),
  "deep for an expression": () => nested(200, "not"),
  "long list": () => Array.from({ length: 20_000 }, (_, index) => index),
} satisfies Record<string, () => Json>;
const hugeNames = Object.keys(huge) as (keyof typeof huge)[];

type Drawn = { readonly made: keyof typeof huge } | { readonly plain: Json };

export type Mutation = {
  readonly place: Place;
  readonly how: "delete" | "replace" | "repeat" | "rename" | "wrap" | "graft";
  readonly value: Drawn;
  /** For a graft: where in the same document the value is taken from. */
  readonly from: Place;
};

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    place: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 }),
    how: fc.constantFrom("delete", "replace", "replace", "repeat", "rename", "wrap", "graft"),
    value: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...plain).map((value): Drawn => ({ plain: value })) },
      { weight: 1, arbitrary: fc.constantFrom(...hugeNames).map((made): Drawn => ({ made })) },
      {
        weight: 2,
        arbitrary: fc.jsonValue({ maxDepth: 4 }).map((value): Drawn => ({ plain: value as Json })),
      },
    ),
    from: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The document with those damages; the one given is left as it was. */
export function mutateJson(document: Json, damages: readonly Mutation[]): Json {
  const copy = structuredClone(document);
  for (const { place, how, value, from } of damages) {
    const found = locate(copy, place);
    if (!found) continue;
    const { holder, key } = found;
    const grafted = how === "graft" ? locate(copy, from) : undefined;
    const current = read(holder, key);
    if (how === "delete") remove(holder, key);
    else if (how === "replace") {
      write(holder, key, "made" in value ? huge[value.made]() : structuredClone(value.plain));
    } else if (how === "wrap") write(holder, key, [current]);
    else if (how === "graft" && grafted) {
      write(holder, key, copied(read(grafted.holder, grafted.key)));
    } else if (how === "repeat" && Array.isArray(holder)) holder.push(copied(current));
    else if (how === "rename" && !Array.isArray(holder)) {
      remove(holder, key);
      write(holder, `${key}X`, current);
    }
  }
  return copy;
}

/** A copy; what is too deep to be copied is taken as it is. */
function copied(value: Json): Json {
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
}

type Holder = Json[] | { [key: string]: Json };

function locate(root: Json, place: Place): { holder: Holder; key: string } | undefined {
  let holder: Json = root;
  let last: { holder: Holder; key: string } | undefined;
  for (const step of place) {
    if (typeof holder !== "object" || holder === null) break;
    const keys: string[] = Object.keys(holder);
    const key = keys[step % Math.max(keys.length, 1)];
    if (key === undefined) break;
    last = { holder, key };
    holder = read(holder, key);
  }
  return last;
}

function read(holder: Holder, key: string): Json {
  return (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null;
}

function write(holder: Holder, key: string, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else
    Object.defineProperty(holder, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}
