import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type RunningServer = {
  readonly url: string;
  readonly dataDir: string;
  /** Runs one command of the command line against the running server. */
  jalons(...words: string[]): { status: number; stdout: string; stderr: string };
  stop(): Promise<void>;
};

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the production build on a port and a data folder of its own, with the demonstration. */
export async function startDemonstration(): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "jalons-e2e-"));
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DEMO: "1",
    LOG_LEVEL: "warn",
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    SMTP_URL: "",
  };
  const jalons = (...words: string[]) => {
    const result = spawnSync(process.execPath, ["--import", "tsx", "app/cli/main.ts", ...words], {
      env,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status: result.status ?? 1, stdout: result.stdout, stderr: result.stderr };
  };
  const loaded = jalons("load", "demonstration");
  if (loaded.status !== 0) throw new Error(`Démonstration non chargée : ${loaded.stderr}`);
  const child = spawn(process.execPath, ["--import", "tsx", "app/server/main.ts"], {
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await untilReady(child);
  return {
    url: `http://localhost:${port}`,
    dataDir,
    jalons,
    stop: async () => {
      await stopped(child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`Le serveur s’est arrêté (code ${code}).`)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
