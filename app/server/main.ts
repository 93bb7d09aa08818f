import type { Server } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import { environment } from "~/env.server";
import type * as Entry from "../entry.server";
import { createApp } from "./create-app";
import { refuseMalformedHttp } from "./french-refusals";
import { serveCommands } from "./serve-commands";
import { startWhenReachable } from "./start-when-reachable";

const graceMilliseconds = 8_000;

type JalonsBuild = ServerBuild & { entry: { module: typeof Entry } };

async function main(): Promise<void> {
  const env = environment();
  const vite = env.NODE_ENV === "development" ? await startVite() : undefined;
  const loadBuild = vite
    ? () =>
        vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<JalonsBuild>
    : await loadProductionBuild(env.BUILD_DIR);
  const first = await loadBuild();
  const runtime = await startWhenReachable(() => first.entry.module.startRuntime(env));
  if (runtime.guard)
    serveCommands(runtime.guard.server, async () => (await loadBuild()).entry.module);
  if (env.NODE_ENV === "production" && runtime.database.engine === "embedded" && !env.DEMO) {
    process.stderr.write(
      "Attention : la base embarquée survit à l’arrêt brutal du processus, pas à une coupure de courant. En production, indiquez DATABASE_URL.\n",
    );
  }
  const app = createApp({
    env,
    loadBuild,
    loadEntry: async () => (await loadBuild()).entry.module,
    development: vite?.middlewares,
  });
  const server = app.listen(env.PORT, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : env.PORT;
    process.stdout.write(`Jalons est servi sur http://localhost:${port}\n`);
    process.send?.({ ready: true, port });
  });
  server.keepAliveTimeout = 65_000;
  refuseMalformedHttp(server);
  const stopFolding = first.entry.module.startFolding();
  stopGracefully(server, async () => {
    await stopFolding();
    await first.entry.module.mailsSettled();
    await runtime.stop();
    await vite?.close();
  });
}

async function loadProductionBuild(folder: string): Promise<() => Promise<JalonsBuild>> {
  const path = resolve(folder, "server", "index.js");
  const build = (await import(pathToFileURL(path).href)) as JalonsBuild;
  return () => Promise.resolve(build);
}

async function startVite(): Promise<ViteDevServer> {
  const { createServer } = await import("vite");
  return createServer({ server: { middlewareMode: true } });
}

/** Stops taking requests, lets those in progress end, closes the database, then leaves. */
function stopGracefully(server: Server, release: () => Promise<void>): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), graceMilliseconds).unref();
    server.close(() => {
      void release().then(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
