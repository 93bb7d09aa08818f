import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { SlowFirst } from "./tests/support/file-order";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: { "~db": folder("./db"), "~tests": folder("./tests"), "~": folder("./app") },
  },
  test: {
    include: [
      "tests/{cli,domain,features,french,db,routes,ui,server,worker,fuzz}/**/*.test.{ts,tsx}",
    ],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/fail-on-console-error.ts"],
    sequence: { sequencer: SlowFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // As many files at once as the smallest machine has cores: each has a database of its own.
    maxWorkers: 2,
  },
});
