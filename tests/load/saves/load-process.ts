import { type BareSetup, bareTransactions } from "./bare-transactions";
import { pacedSaves, type SavesSetup, saturatingSaves } from "./save-load";
import { type StormSetup, signInStorm } from "./sign-in-storm";

/** A load, made ready once and then run for some seconds at a time. */
export type LoadSetup =
  | ({ readonly load: "bare-transactions" } & BareSetup)
  | ({ readonly load: "saturating-saves" } & SavesSetup)
  | ({ readonly load: "paced-saves" } & SavesSetup)
  | ({ readonly load: "sign-in-storm" } & StormSetup);

export type LoadOrder = { readonly setup: LoadSetup } | { readonly seconds: number };
export type LoadReport = { readonly result: unknown } | { readonly fault: string };

type Run = (seconds: number) => Promise<unknown>;

function ready(setup: LoadSetup): Promise<Run> {
  switch (setup.load) {
    case "bare-transactions":
      return bareTransactions(setup);
    case "saturating-saves":
      return saturatingSaves(setup);
    case "paced-saves":
      return pacedSaves(setup);
    case "sign-in-storm":
      return signInStorm(setup);
  }
}

let run: Run | undefined;

process.on("message", (order: LoadOrder) => {
  const task = async (): Promise<LoadReport> => {
    if ("setup" in order) {
      run = await ready(order.setup);
      return { result: "ready" };
    }
    if (!run) throw new Error("La charge n’est pas prête.");
    return { result: await run(order.seconds) };
  };
  task()
    .catch((error: unknown) => ({ fault: error instanceof Error ? error.message : String(error) }))
    .then((report) => process.send?.(report));
});
process.on("disconnect", () => process.exit(0));
