import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type * as Entry from "../entry.server";

/** The server build with what our own entry exports beside Remix's. */
export type JalonsBuild = ServerBuild & { entry: { module: typeof Entry } };

/** Loads the production build of `folder` once; later calls give the same. */
export async function loadProductionBuild(folder: string): Promise<() => Promise<JalonsBuild>> {
  const path = resolve(folder, "server", "index.js");
  const build = (await import(pathToFileURL(path).href)) as JalonsBuild;
  return () => Promise.resolve(build);
}
