import type { ViteDevServer } from "vite";
import { environment } from "~/env.server";
import { createApp } from "./create-app";
import { refuseMalformedHttp } from "./french-refusals";
import { type JalonsBuild, loadProductionBuild } from "./load-build";
import { serveCommands } from "./serve-commands";
import { startWhenReachable } from "./start-when-reachable";
import { stopGracefully } from "./stop-gracefully";

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
  const stopJobs = env.JOBS === "here" ? await first.entry.module.startJobs() : undefined;
  stopGracefully(server, first.entry.module.endStreams, async () => {
    await stopFolding();
    await stopJobs?.();
    await first.entry.module.mailsSettled();
    await runtime.stop();
    await vite?.close();
  });
}

async function startVite(): Promise<ViteDevServer> {
  const { createServer } = await import("vite");
  return createServer({ server: { middlewareMode: true } });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
