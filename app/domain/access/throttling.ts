/** Failures are counted over a window of this many minutes, per account and per network address. */
export const throttleWindowMinutes = 15;
/** From this many failures an account waits for the end of the window. */
export const mostAccountFailures = 8;
/** From this many failures a network address waits: a school shares one address, so it is larger. */
export const mostAddressFailures = 60;

/** True when a sign-in must be refused before the password is even read. */
export function isDelayed(failures: {
  readonly accountFailures: number;
  readonly addressFailures: number;
}): boolean {
  return (
    failures.accountFailures >= mostAccountFailures ||
    failures.addressFailures >= mostAddressFailures
  );
}
