import type { Harness } from "./harness";
import { type RenderedForm, readForms, readLinks } from "./read-forms";
import type { FuzzedRoute } from "./server-build";

/** A form as somebody found it on a page. */
export type FoundForm = RenderedForm & { readonly person: string; readonly route: string };

/** What following the links of the site found, person after person. */
export type Exploration = {
  readonly forms: readonly FoundForm[];
  /** Addresses that answered, by the pattern of their route. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  readonly queryKeys: readonly string[];
};

/** The pattern of the map that an address belongs to, the most precise first. */
export function routeOf(routes: readonly FuzzedRoute[], address: string): string | undefined {
  const path = address.split("?")[0]?.replace(/^\/|\/$/g, "") ?? "";
  return [...routes]
    .sort((a, b) => wildness(a.path) - wildness(b.path))
    .find((route) => patternOf(route.path).test(path))?.path;
}

function wildness(path: string): number {
  return path === "*" ? 100 : path.split("/").filter((part) => part.startsWith(":")).length;
}

function patternOf(path: string): RegExp {
  if (path === "*") return /^/;
  const parts = path
    .split("/")
    .map((part) => (part.startsWith(":") ? "[^/]+" : part.replace(/[.]/g, "\\.")));
  return new RegExp(`^${parts.join("/")}$`);
}

/** Pages of one route opened for one person: enough to meet its forms in their different states. */
const mostPagesOfRoute = 5;
/** The same page with other words in its query: sorted otherwise, or with another of its forms open. */
const mostQueriesOfPage = 2;
/** One person for each kind of task: what the others see, one of these sees too. */
const explorers = [
  "visitor",
  "head",
  "mayor",
  "director",
  "dane-officer",
  "drane-officer",
  "jury-chair",
  "region-officer",
  "rollout-officer",
  "administrator",
];

/** Follows the links of the site as each person, from their first task and from what `params` names. */
export async function explore(
  harness: Harness,
  routes: readonly FuzzedRoute[],
): Promise<Exploration> {
  const forms: FoundForm[] = [];
  const addresses = new Map<string, string[]>();
  const keys = new Set<string>();
  const { cookies, params } = harness.story();
  const seenByVisitor = new Set<string>();
  for (const person of explorers) {
    const cookie = cookies[person] ?? "";
    const opened = new Map<string, number>();
    const known = new Set<string>();
    const queries = new Map<string, number>();
    const queue =
      person === "visitor"
        ? ["/", ...["lien", "avis"].flatMap((under) => everyAddress(routes, params, under))]
        : ["/espace"];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const route = routeOf(routes, next) ?? "*";
      for (const key of new URL(next, harness.origin).searchParams.keys()) keys.add(key);
      const count = opened.get(route) ?? 0;
      if (known.has(next) || count >= (person === "visitor" ? 2 : mostPagesOfRoute)) continue;
      if (person !== "visitor" && seenByVisitor.has(route)) continue;
      const page = next.split("?")[0] ?? next;
      if ((queries.get(page) ?? 0) >= mostQueriesOfPage) continue;
      queries.set(page, (queries.get(page) ?? 0) + 1);
      known.add(next);
      const { status, headers, text } = await harness.attempt({
        method: "GET",
        target: next,
        headers: { Cookie: cookie },
      });
      const location = String(headers.location ?? "");
      if (location.startsWith("/")) queue.unshift(location);
      if (status !== 200) continue;
      opened.set(route, count + 1);
      if (person === "visitor") seenByVisitor.add(route);
      addresses.set(route, [...new Set([...(addresses.get(route) ?? []), next])]);
      if (!String(headers["content-type"]).startsWith("text/html")) continue;
      for (const form of readForms(text, next)) {
        forms.push({ ...form, person, route: routeOf(routes, form.action) ?? "*" });
      }
      queue.push(...readLinks(text));
    }
  }
  return { forms, addresses, queryKeys: [...keys] };
}

/** Addresses of the routes under `under`, made of what the story knows. */
function everyAddress(
  routes: readonly FuzzedRoute[],
  params: Readonly<Record<string, readonly string[]>>,
  under: string,
): string[] {
  return routes
    .filter(({ path }) => path.startsWith(`${under}/`))
    .flatMap(({ path }) => fillPath(path, params));
}

/** A route's pattern with each value that its first parameter may take. */
export function fillPath(
  path: string,
  params: Readonly<Record<string, readonly string[]>>,
): string[] {
  let filled = [`/${path}`];
  for (const [whole, name = ""] of path.matchAll(/:(\w+)/g)) {
    const values = params[name] ?? Object.values(params).flat();
    filled = filled.flatMap((part) => values.map((value) => part.replace(whole, value)));
  }
  return filled;
}
