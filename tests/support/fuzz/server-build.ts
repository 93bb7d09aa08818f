import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import * as entry from "~/entry.server";
import * as root from "~/root";
import routes from "~/routes";
import remixConfig from "../../../remix.config.js";

type RouteModule = ServerBuild["routes"][string]["module"];

const modules = import.meta.glob<RouteModule>("/app/routes/*.{ts,tsx}");

/** A route of the map: its pattern in `routes.ts`, and the module that answers there. */
export type FuzzedRoute = {
  readonly path: string;
  readonly module: RouteModule;
};

/** Every route of the map with its module, loaded. */
export async function loadRoutes(): Promise<FuzzedRoute[]> {
  return Promise.all(
    entries().map(async ({ file, path = "" }) => ({ path, module: await loadModule(file) })),
  );
}

/**
 * A server build made of the sources, as Remix's own compiler makes one: the same entry, root and
 * routes, so that statuses, headers, error pages and redirects are those of production.
 */
export async function assembleServerBuild(onError: (error: unknown) => void): Promise<ServerBuild> {
  const manifest: ServerBuild["routes"] = {
    root: { id: "root", path: "", parentId: undefined, module: root as RouteModule },
  };
  for (const { file, path, index } of entries()) {
    const id = file.replace(/\.tsx?$/, "");
    manifest[id] = { id, path, index, parentId: "root", module: await loadModule(file) };
  }
  return {
    mode: "production",
    entry: {
      module: {
        ...entry,
        handleError: (error, args) => {
          if (!args.request.signal.aborted) onError(error);
        },
      },
    },
    routes: manifest,
    assets: {
      entry: { module: "/assets/entry.js", imports: [] },
      url: "/assets/manifest.js",
      version: "fuzz",
      routes: Object.fromEntries(Object.values(manifest).map((route) => [route.id, asset(route)])),
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: { ...remixConfig.future },
    isSpaMode: false,
  } as ServerBuild;
}

function entries(): RouteConfigEntry[] {
  return routes as RouteConfigEntry[];
}

async function loadModule(file: string): Promise<RouteModule> {
  const load = modules[`/app/${file}`];
  if (!load) throw new Error(`Module de route introuvable : ${file}`);
  return load();
}

function asset({ id, path, index, parentId, module }: ServerBuild["routes"][string]) {
  return {
    id,
    path,
    index,
    parentId,
    hasAction: Boolean(module.action),
    hasLoader: Boolean(module.loader),
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: Boolean(module.ErrorBoundary),
    module: `/assets/${id}.js`,
    imports: [],
    css: [],
  };
}
