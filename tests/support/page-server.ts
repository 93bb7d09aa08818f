import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import * as entry from "~/entry.server";
import * as root from "~/root";

type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];

/**
 * Answers requests as the production server does, with the pages given by their addresses and no build:
 * the same framework, entry and root.
 */
export function servePages(
  pages: Readonly<Record<string, object>>,
): (request: Request) => Promise<Response> {
  const routes: ServerBuild["routes"] = { root: { id: "root", path: "", module: root } };
  for (const [path, module] of Object.entries(pages)) {
    routes[path] = {
      id: path,
      parentId: "root",
      path: path.replace(/^\//, ""),
      module: module as RouteModule,
    };
  }
  const inAssets = Object.values(routes).map((route) => [
    route?.id ?? "",
    {
      id: route?.id ?? "",
      parentId: route?.parentId,
      path: route?.path,
      module: "/absent.js",
      hasAction: false,
      hasLoader: false,
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: route?.id === "root",
      imports: [],
    },
  ]);
  const build: ServerBuild = {
    entry: { module: entry },
    routes,
    assets: {
      entry: { module: "/entry.js", imports: [] },
      routes: Object.fromEntries(inAssets),
      url: "/manifest.js",
      version: "essai",
    },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    isSpaMode: false,
    mode: "production",
  };
  return createRequestHandler(build, "production");
}
