import { startRuntime } from "~/http/runtime.server";
import { jobHandlers } from "./job-handlers.server";
import { startWorker, type Worker } from "./job-worker.server";

const holder = globalThis as typeof globalThis & { jalonsWorker?: Worker };

/**
 * Starts the worker of this process, which `wakeWorker` then wakes. Gives the function that stops it, once
 * the job in progress has reached its next step.
 */
export async function startJobs(): Promise<() => Promise<void>> {
  const { database, journalKey } = await startRuntime();
  const worker = await startWorker({ database, journalKey, handlers: jobHandlers });
  holder.jalonsWorker = worker;
  return async () => {
    holder.jalonsWorker = undefined;
    await worker.stop();
  };
}
