import { setTimeout as delay } from "node:timers/promises";
import type { PreparedFile } from "./prepare-files";
import { SaveLane } from "./save-lane";

export type SavesSetup = { readonly port: number; readonly files: readonly PreparedFile[] };

/** As many saves as the server takes, one connection a file; gives saves per second. */
export async function saturatingSaves({ port, files }: SavesSetup) {
  const lanes = await Promise.all(files.map((file) => SaveLane.open(file, port)));
  for (const lane of lanes) await lane.begin();
  return async (seconds: number): Promise<number> => {
    let saves = 0;
    const start = performance.now();
    const end = start + seconds * 1000;
    await Promise.all(
      lanes.map(async (lane) => {
        while (performance.now() < end) {
          await lane.save();
          saves += 1;
        }
      }),
    );
    return saves / ((performance.now() - start) / 1000);
  };
}

/** Milliseconds between two saves of one client. */
const pace = 500;

/**
 * One save each half second a client, spread evenly; gives each duration in ms. It counts from the
 * instant when the save was due, so that a slow answer does not hide those that it delays.
 */
export async function pacedSaves({ port, files }: SavesSetup) {
  const lanes = await Promise.all(files.map((file) => SaveLane.open(file, port)));
  for (const lane of lanes) await lane.begin();
  return async (seconds: number): Promise<number[]> => {
    const start = performance.now() + 100;
    const durations: number[] = [];
    await Promise.all(
      lanes.map(async (lane, rank) => {
        const first = start + (rank * pace) / lanes.length;
        for (let due = first; due < first + seconds * 1000; due += pace) {
          await delay(Math.max(0, due - performance.now()));
          await lane.save();
          durations.push(performance.now() - due);
        }
      }),
    );
    return durations;
  };
}
