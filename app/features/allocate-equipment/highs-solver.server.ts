import { readSolution, type Solve } from "~/domain/allocation/linear-model";

/** HiGHS works in the server's own thread: beyond this it gives up and the plain ranking is kept. */
const mostSeconds = 2;

let loading: Promise<Solve> | undefined;

/** Loads the HiGHS engine (WebAssembly) once; later calls give the same. */
export function loadSolver(): Promise<Solve> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Solve> {
  const { default: loadHighs } = await import("highs");
  const highs = await loadHighs();
  return (modelText) =>
    readSolution(
      highs.solve(modelText, {
        // Quantities are whole: a gap under one unit proves the optimum.
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
        time_limit: mostSeconds,
        output_flag: false,
      }),
    );
}
