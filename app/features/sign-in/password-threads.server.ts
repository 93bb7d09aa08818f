import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** One computation: a hash to make, or a password to compare with a hash. */
export type PasswordTask =
  | { readonly password: string; readonly cost: Readonly<Record<string, number>> }
  | { readonly password: string; readonly hash: string };

type Reply = { readonly value: string | boolean } | { readonly failure: string };

type Waiting = {
  readonly task: PasswordTask;
  readonly resolve: (value: string | boolean) => void;
  readonly reject: (reason: Error) => void;
};

/**
 * One processor stays free of passwords: when a whole académie signs in at once, the sign-ins wait for
 * each other and the people who are answering go on.
 */
const mostThreads = Math.max(1, availableParallelism() - 1);

/**
 * What a thread runs, as text: a bundle, a test and the command line then start the same one. It gives
 * way to everything else: on Linux a priority belongs to a thread, elsewhere to the whole process,
 * which must not be slowed down.
 */
const threadSource = `
const { parentPort, workerData } = require("node:worker_threads");
const { hashSync, verifySync } = require(workerData.engine);
if (process.platform === "linux") {
  try {
    require("node:os").setPriority(0, 10);
  } catch {}
}
parentPort.on("message", ({ password, hash, cost }) => {
  try {
    const value = hash === undefined ? hashSync(password, cost) : verifySync(hash, password);
    parentPort.postMessage({ value });
  } catch (error) {
    parentPort.postMessage({ failure: String(error) });
  }
});
`;

const engine = createRequire(import.meta.url).resolve("@node-rs/argon2");
const resting: Worker[] = [];
const queue: Waiting[] = [];
let threads = 0;

/**
 * Computes a hash (its text), or whether a password has a hash (true or false), in a thread of low
 * priority, first come, first served.
 * @throws Error when the hash cannot be read, or the thread dies.
 */
export function computeInThread(task: PasswordTask): Promise<string | boolean> {
  return new Promise((resolve, reject) => {
    queue.push({ task, resolve, reject });
    serveNext();
  });
}

function serveNext(): void {
  if (queue.length === 0) return;
  const thread = resting.pop() ?? (threads < mostThreads ? startThread() : undefined);
  if (thread === undefined) return;
  const next = queue.shift();
  if (next) run(thread, next);
}

function startThread(): Worker {
  threads += 1;
  // The parent's loaders (tsx, vitest) are not for plain JavaScript.
  const thread = new Worker(threadSource, { eval: true, workerData: { engine }, execArgv: [] });
  // A thread at rest never keeps the process alive.
  thread.unref();
  return thread;
}

function run(thread: Worker, { task, resolve, reject }: Waiting): void {
  const leave = () => {
    thread.off("message", settle).off("error", fail).off("exit", fail);
    thread.unref();
  };
  const settle = (reply: Reply) => {
    leave();
    resting.push(thread);
    if ("value" in reply) resolve(reply.value);
    else reject(new Error(reply.failure));
    serveNext();
  };
  const fail = (cause: unknown) => {
    leave();
    threads -= 1;
    reject(new Error(`Le calcul du mot de passe s’est arrêté : ${String(cause)}`));
    serveNext();
  };
  thread.once("message", settle);
  thread.once("error", fail);
  thread.once("exit", fail);
  thread.ref();
  thread.postMessage(task);
}
