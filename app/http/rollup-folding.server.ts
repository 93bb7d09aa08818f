import { foldRollups } from "~db/repositories/rollups.server";
import { logger } from "./logger.server";
import { startRuntime } from "./runtime.server";

const everyMilliseconds = 30_000;

/**
 * Folds the deltas of the roll-ups now, then at regular times, so that dashboards add up few rows.
 * Gives the function that stops, once the fold in progress has ended.
 */
export function startFolding(): () => Promise<void> {
  let running: Promise<void> | undefined;
  const fold = () => {
    running ??= foldOnce()
      .catch((error: unknown) => logger.error({ err: error }, "Repli des totaux interrompu"))
      .finally(() => {
        running = undefined;
      });
  };
  fold();
  const timer = setInterval(fold, everyMilliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function foldOnce(): Promise<void> {
  const { database } = await startRuntime();
  await database.transaction((tx) => foldRollups(tx));
}
