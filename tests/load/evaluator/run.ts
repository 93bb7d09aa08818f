import { measureEvaluator } from "./measure-evaluator";

/** The evaluator's benchmark alone: `npx tsx tests/load/evaluator/run.ts`. */
await measureEvaluator((line) => process.stdout.write(`${line}\n`));
