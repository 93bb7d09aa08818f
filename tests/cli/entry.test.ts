import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { runCommand } from "~/cli/run-command.server";
import { canonicalCampaign } from "~/domain/campaign/canonical";
import { serveCommands } from "~/server/serve-commands";
import { type Guard, takeGuard } from "~db/guard.server";
import { type Said, useCommandLine } from "~tests/support/command-line";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();
const line = useCommandLine();
let guard: Guard | undefined;
afterEach(async () => {
  await guard?.release();
  guard = undefined;
});

/** Runs the real entry in a process of its own, on a data folder. */
function enter(dataDir: string, words: readonly string[], stdin = ""): Promise<Said> {
  return new Promise((resolve, reject) => {
    const root = process.cwd();
    const child = spawn(
      process.execPath,
      [
        "--import",
        join(root, "node_modules/tsx/dist/loader.mjs"),
        join(root, "app/cli/main.ts"),
        ...words,
      ],
      {
        cwd: line.folder(),
        env: {
          ...process.env,
          DATA_DIR: dataDir,
          DATABASE_URL: "",
          LOG_LEVEL: "silent",
          TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
        },
      },
    );
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit: exit ?? -1, ...said }));
    child.stdin.end(stdin);
  });
}

const seed = () => readFile("db/seed/campaigns/label-court.json", "utf8");

it("opens the data folder itself when nobody holds it, and keeps what it wrote", async () => {
  const dataDir = join(line.folder(), "seul");
  const text = await seed();
  const file = await line.write("label-court.json", text);
  const imported = await enter(dataDir, ["import", "campaign", file]);
  expect(imported).toMatchObject({ exit: 0, stderr: "" });
  const { slug } = JSON.parse(imported.stdout);
  const exported = await enter(dataDir, ["export", "campaign", slug]);
  expect(exported).toEqual({ exit: 0, stderr: "", stdout: canonicalCampaign(JSON.parse(text)) });
}, 240_000);

it("runs in the server that holds the folder, with the caller's files, input and exit code", async () => {
  const dataDir = join(line.folder(), "tenu");
  guard = await takeGuard(dataDir);
  if (!guard) throw new Error("dossier déjà pris");
  serveCommands(guard.server, async () => ({ runCommand }));
  const file = await line.write("campagne.json", await seed());
  const imported = await enter(dataDir, ["import", "campaign", file]);
  expect(imported).toMatchObject({ exit: 0, stderr: "" });
  const { slug } = JSON.parse(imported.stdout);
  // Written here, in the process that holds the folder.
  expect((await line.run(["export", "campaign", slug])).exit).toBe(0);
  const scored = await enter(dataDir, ["score", file, "-"], '{"id":"a","answers":{}}\n{\n');
  expect(JSON.parse(scored.stdout)).toMatchObject({ id: "a" });
  expect([scored.exit, scored.stderr]).toEqual([
    1,
    "Ligne 2 : ce n’est pas un objet JSON.\n1 ligne refusée sur 2.\n",
  ]);
  expect(await enter(dataDir, ["inconnue"])).toMatchObject({ exit: 2, stdout: "" });
}, 240_000);
