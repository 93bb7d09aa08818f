import { environment } from "~/env.server";
import { loadProductionBuild } from "./load-build";
import { startWhenReachable } from "./start-when-reachable";

/**
 * Does the jobs and nothing else, beside servers started with JOBS=elsewhere. It needs the database server that
 * they share: the embedded database belongs to one process.
 */
async function main(): Promise<void> {
  const env = environment();
  if (!env.DATABASE_URL) {
    throw new Error(
      "Le processus des tâches a besoin de DATABASE_URL : la base embarquée n’appartient qu’au serveur, qui fait alors lui-même les tâches.",
    );
  }
  const loadBuild = await loadProductionBuild(env.BUILD_DIR);
  const { entry } = await loadBuild();
  const runtime = await startWhenReachable(() => entry.module.startRuntime(env));
  const stopJobs = await entry.module.startJobs();
  process.stdout.write("Jalons fait les tâches en attente.\n");
  process.send?.({ ready: true });
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void stopJobs()
      .then(() => entry.module.mailsSettled())
      .then(() => runtime.stop())
      .then(() => process.exit(0));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
