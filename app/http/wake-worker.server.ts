const holder = globalThis as typeof globalThis & {
  jalonsWorker?: { wake(): void };
};

/** Has the worker of this process, if there is one, look for work at once; another process looks by itself. */
export function wakeWorkerAfter(wroteJobs: boolean): void {
  if (wroteJobs) holder.jalonsWorker?.wake();
}
