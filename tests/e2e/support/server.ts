import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the global set-up tells the workers which server runs. */
const addressVariable = "JALONS_E2E_SERVER";

type Address = { readonly port: number; readonly dataDir: string };

export type RunningServer = {
  readonly url: string;
  readonly dataDir: string;
  /** Runs one command of the command line against the running server. */
  jalons(...words: string[]): { status: number; stdout: string; stderr: string };
};

/** The one server of the run, that every spec file shares. A spec that writes imports its own campaign. */
export function runningServer(): RunningServer {
  const address = JSON.parse(process.env[addressVariable] ?? "null") as Address | null;
  if (!address) throw new Error("Aucun serveur : la configuration de Playwright le démarre.");
  return serverAt(address);
}

/**
 * Playwright's global set-up: loads the demonstration once, gives the function that stops the server.
 * A server already named by the environment is used as it is, and left running.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env[addressVariable]) return async () => undefined;
  const dataDir = await mkdtemp(join(tmpdir(), "jalons-e2e-"));
  const address = { port: await freePort(), dataDir };
  const loaded = serverAt(address).jalons("load", "demonstration");
  if (loaded.status !== 0) throw new Error(`Démonstration non chargée : ${loaded.stderr}`);
  const child = spawn(process.execPath, ["--import", "tsx", "app/server/main.ts"], {
    env: environmentOf(address),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await untilReady(child);
  process.env[addressVariable] = JSON.stringify(address);
  return async () => {
    await stopped(child);
    await rm(dataDir, { recursive: true, force: true });
  };
}

function environmentOf({ port, dataDir }: Address): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    DEMO: "1",
    LOG_LEVEL: "warn",
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    SMTP_URL: "",
  };
}

function serverAt(address: Address): RunningServer {
  return {
    url: `http://localhost:${address.port}`,
    dataDir: address.dataDir,
    jalons: (...words) => {
      const result = spawnSync(process.execPath, ["--import", "tsx", "app/cli/main.ts", ...words], {
        env: environmentOf(address),
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      });
      return { status: result.status ?? 1, stdout: result.stdout, stderr: result.stderr };
    },
  };
}

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
