import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { type BinarySolution, readSolution, type Solve } from "~/domain/allocation/linear-model";

/** When a model is given up: the plain ranking is then kept. */
type Limits = {
  /** What the solver itself may take, in seconds. */
  readonly seconds: number;
  /** What its thread may take beyond that before it is ended, in milliseconds. */
  readonly grace: number;
};

/**
 * What the worker runs, as text: a bundle, a test and the command line (which compiles nothing
 * ahead) then start the same one without looking for a file.
 */
const workerSource = `
const { parentPort, workerData } = require("node:worker_threads");
const loading = require(workerData.engine)();
parentPort.on("message", async ({ model, options }) => {
  try {
    const { Status, Columns } = (await loading).solve(model, options);
    parentPort.postMessage({ solution: { Status, Columns } });
  } catch (error) {
    parentPort.postMessage({ failure: String(error) });
  }
});
`;

type WorkerReply = {
  readonly solution?: Parameters<typeof readSolution>[0];
  readonly failure?: string;
};

const engine = createRequire(import.meta.url).resolve("highs");

/** HiGHS as the application uses it. */
export const solveWithHighs: Solve = startSolver({ seconds: 10, grace: 5_000 });

/**
 * Solves models with HiGHS (WebAssembly) in a thread of its own, so that the server answers
 * meanwhile; the thread starts with the first model, and models wait for each other. One that does
 * not end in time, or fails, proves nothing, and the next one gets a new thread.
 */
export function startSolver(limits: Limits): Solve {
  let running: Worker | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const solveNow = async (model: string): Promise<BinarySolution> => {
    const worker = running ?? startWorker();
    running = worker;
    const reply = await replyOf(worker, model, limits);
    if (reply.solution) return readSolution(reply.solution);
    running = undefined;
    await worker.terminate();
    return { chosen: new Set(), isProven: false };
  };
  return (modelText) => {
    const solution = line.then(() => solveNow(modelText));
    line = solution.catch(() => undefined);
    return solution;
  };
}

function startWorker(): Worker {
  const worker = new Worker(workerSource, {
    eval: true,
    workerData: { engine },
    // The parent's loaders (tsx, vitest) are not for plain JavaScript.
    execArgv: [],
  });
  // A thread at rest never keeps the process alive.
  worker.unref();
  return worker;
}

function replyOf(worker: Worker, model: string, { seconds, grace }: Limits): Promise<WorkerReply> {
  return new Promise((resolve) => {
    const settle = (reply: WorkerReply) => {
      clearTimeout(timer);
      worker.off("message", settle).off("error", fail).off("exit", fail);
      worker.unref();
      resolve(reply);
    };
    const fail = (cause: unknown) => settle({ failure: String(cause) });
    const timer = setTimeout(() => fail("délai dépassé"), seconds * 1000 + grace);
    worker.once("message", settle);
    worker.once("error", fail);
    worker.once("exit", fail);
    worker.ref();
    worker.postMessage({
      model,
      // Quantities are whole: a gap under one unit proves the optimum.
      options: { mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds, output_flag: false },
    });
  });
}
