import { type Arrival, arrivalInstant } from "~/domain/application/arrival";
import { readClock } from "~db/repositories/submission-order.server";
import type { Work } from "~db/work.server";

/** Notes that a request is here, whole: called before anything that may wait. */
export function noteArrival(): Arrival {
  return { at: new Date(), tick: performance.now() };
}

/**
 * The instant of an arrival by the database's clock, however long ago it was. To be called before any
 * lock is asked for: what the lock then costs is no longer counted.
 */
export async function readArrival(work: Work, arrival: Arrival): Promise<Date> {
  const askedTick = performance.now();
  const clock = await readClock(work.tx);
  return arrivalInstant(arrival, { clock, askedTick, answeredTick: performance.now() });
}
