/** What a server noted of a request as soon as it had it whole. */
export type Arrival = {
  /** The server's own clock at that moment. */
  readonly at: Date;
  /** A reading of its monotonic counter at the same moment, in milliseconds. */
  readonly tick: number;
};

/** A reading of the database's clock, with the monotonic counter before it was asked and once it answered. */
export type ClockReading = {
  readonly clock: Date;
  readonly askedTick: number;
  readonly answeredTick: number;
};

/** Both clocks are read to the millisecond: one of each may be lost. */
const roundingMs = 2;

/**
 * The instant at which a request arrived, by the database's clock. That clock was read between two ticks
 * whose distance from the arrival is known, so the arrival lies between two instants of it, however long
 * the request then waited for a connection or a lock. Inside them the server's own clock is believed;
 * a server whose clock is wrong is brought back to the nearest of them.
 */
export function arrivalInstant(
  arrival: Arrival,
  { clock, askedTick, answeredTick }: ClockReading,
): Date {
  const earliest = clock.getTime() - (answeredTick - arrival.tick) - roundingMs;
  const latest = clock.getTime() - (askedTick - arrival.tick) + roundingMs;
  return new Date(Math.floor(Math.min(Math.max(arrival.at.getTime(), earliest), latest)));
}
