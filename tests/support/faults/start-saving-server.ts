import { spawn } from "node:child_process";

export type SavingServer = {
  readonly origin: string;
  /** `kill -9`, then waits for its death. */
  kill(): Promise<void>;
  /** SIGTERM, then the code of its exit. */
  stop(): Promise<number | null>;
};

const script = "tests/support/faults/saving-server.ts";

/** Starts a server in its own process; fails with its last words when it does not start. */
export function startSavingServer(env: Readonly<Record<string, string>>): Promise<SavingServer> {
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const died = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    words += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    void died.then(() => reject(new Error(`Le serveur n’a pas démarré : ${words}`)));
    child.once("message", (said: { port: number }) =>
      resolve({
        origin: `http://127.0.0.1:${said.port}`,
        kill: async () => {
          child.kill("SIGKILL");
          await died;
        },
        stop: () => {
          child.kill("SIGTERM");
          return died;
        },
      }),
    );
  });
}
