import { defineConfig } from "vitest/config";
import base from "../../vitest.config";

/** Tests over real files, which are not part of the repository: see `real-data.ts`. */
export default defineConfig({
  ...base,
  root: process.cwd(),
  test: { ...base.test, include: ["tests/real/**/*.test.ts"] },
});
