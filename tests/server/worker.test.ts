import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

describe("the process of jobs", () => {
  it("refuses the embedded database, which belongs to one server", () => {
    const { DATABASE_URL: _url, ...environment } = process.env;
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ["--import", "tsx", "app/server/worker.ts"],
      { env: { ...environment, NODE_ENV: "production" }, encoding: "utf8" },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^Le processus des tâches a besoin de DATABASE_URL/);
  });
});
