import { type ChildProcess, fork } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { LoadOrder, LoadReport, LoadSetup } from "./load-process";

const typescript = ["--import", "tsx"];

/** A load in a process of its own. */
export type Load = {
  /** Runs for some seconds and gives what the load measured; a refused request throws. */
  run(seconds: number): Promise<unknown>;
  stop(): Promise<void>;
};

/** Starts the process of a load and waits until its connections are open. */
export async function startLoad(setup: LoadSetup): Promise<Load> {
  const script = fileURLToPath(new URL("./load-process.ts", import.meta.url));
  const child = fork(script, [], { execArgv: typescript });
  const order = (message: LoadOrder) =>
    new Promise<unknown>((resolve, reject) => {
      const left = (code: number | null) => reject(new Error(`La charge s’est arrêtée (${code}).`));
      child.once("exit", left);
      child.once("message", (report: LoadReport) => {
        child.off("exit", left);
        if ("fault" in report) reject(new Error(report.fault));
        else resolve(report.result);
      });
      child.send(message);
    });
  await order({ setup });
  return {
    run: (seconds) => order({ seconds }),
    stop: () => stopped(child, () => child.disconnect()),
  };
}

/** The production server, as it is deployed, in a process of its own. */
export async function startServer(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const child = fork("app/server/main.ts", [], {
    execArgv: typescript,
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), ...environment },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`Le serveur s’est arrêté (code ${code}).`)));
  });
  return { port, stop: () => stopped(child, () => child.kill("SIGTERM")) };
}

function freePort(): Promise<number> {
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

function stopped(child: ChildProcess, ask: () => void): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    ask();
  });
}
