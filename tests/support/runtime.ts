import { afterAll, beforeAll } from "vitest";
import { readEnvironment } from "~/env.server";
import { installRuntime } from "~/http/runtime.server";
import { journalKey, openTestDatabase } from "./database";

/** Gives loaders and actions a database of their own, as the server does. */
export function useTestRuntime(settings: Readonly<Record<string, string>> = {}): void {
  let release: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const opened = await openTestDatabase();
    release = opened.release;
    installRuntime({
      env: readEnvironment({ NODE_ENV: "test", ...settings }),
      database: opened.database,
      journalKey,
      guard: undefined,
      stop: release,
    });
  });
  afterAll(() => release());
}
