import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isListening, socketPathOf, takeGuard } from "~db/guard.server";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jalons-garde-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process that takes the folder, says so, and waits to be killed. */
function startHolder(): Promise<{ said: string; kill: () => Promise<void> }> {
  const script = join(folder, `preneur-${Math.random().toString(36).slice(2)}.mts`);
  const source = `import { takeGuard } from ${JSON.stringify(join(process.cwd(), "db/guard.server.ts"))};
const guard = await takeGuard(${JSON.stringify(folder)});
process.stdout.write(guard ? "pris" : "refusé");
setInterval(() => undefined, 1000);`;
  return writeFile(script, source).then(
    () =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, ["--import", "tsx", script], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        child.stdout.once("data", (chunk: Buffer) =>
          resolve({
            said: chunk.toString(),
            kill: () =>
              new Promise((done) => {
                child.once("exit", () => done());
                child.kill("SIGKILL");
              }),
          }),
        );
      }),
  );
}

describe("the guard of a data folder", () => {
  it("is held by one process among several that start together, and freed by its death", async () => {
    const holders = await Promise.all([startHolder(), startHolder(), startHolder(), startHolder()]);
    expect(holders.map(({ said }) => said).sort()).toEqual(["pris", "refusé", "refusé", "refusé"]);
    expect(await takeGuard(folder)).toBeUndefined();
    await Promise.all(holders.map(({ kill }) => kill()));
    const guard = await takeGuard(folder);
    expect(guard).toBeDefined();
    await guard?.release();
  });

  it("leaves nothing behind when it is released", async () => {
    const first = await takeGuard(folder);
    expect(await isListening(await socketPathOf(folder))).toBe(true);
    await first?.release();
    expect(await isListening(await socketPathOf(folder))).toBe(false);
    const second = await takeGuard(folder);
    expect(second).toBeDefined();
    await second?.release();
  });

  it("never takes a socket that another program listens to", async () => {
    const other = createServer();
    const path = await socketPathOf(folder);
    await new Promise<void>((resolve) => other.listen(path, () => resolve()));
    expect(await takeGuard(folder)).toBeUndefined();
    expect(await isListening(path)).toBe(true);
    await new Promise((resolve) => other.close(resolve));
  });

  it("finds a short path for a folder whose own is too long for a socket", async () => {
    const deep = join(folder, "d".repeat(60), "e".repeat(60));
    const path = await socketPathOf(deep);
    expect(path.length).toBeLessThan(100);
    expect(path.startsWith(tmpdir())).toBe(true);
  });
});
