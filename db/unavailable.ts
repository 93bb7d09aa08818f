/** Codes of the driver and of the network: no connection could be opened, or it was cut. */
const connectionCodes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "EAI_AGAIN",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);

/**
 * SQLSTATE of a server that cannot answer now, which says nothing of what was asked: PostgreSQL's
 * Appendix A, by class or by code.
 */
const awayStates = [
  /^08/, // connection exceptions
  /^28/, // the account is no longer accepted: a password being changed
  /^3D000$/, // the database does not exist: being restored
  /^53/, // too many connections, disk full, out of memory
  /^57P0[1-5]$/, // shutdown, crash, starting up, database dropped, idle session ended
  /^58/, // the system under the server failed
  /^25006$/, // read-only: a standby, or a failover in progress
  /^40(001|P01)$/, // transactions in conflict: nothing was written, to do again
  /^55P03$/, // a lock held for too long
  /^57014$/, // a statement that its time limit stopped
];

const closedEmbedded = /^PGlite is clos(ed|ing)$/;

/**
 * True when an error means that the database cannot be reached or cannot serve now, whatever was
 * asked of it: to be tried again later, unlike a fault of ours. Looks into the causes, since drivers
 * and the ORM wrap each other's errors.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let depth = 0, at = error; at instanceof Error && depth < 8; depth += 1, at = at.cause) {
    if (closedEmbedded.test(at.message)) return true;
    const { code, syscall } = at as { code?: unknown; syscall?: unknown };
    if (typeof code !== "string") continue;
    if (connectionCodes.has(code) || (code === "ENOENT" && syscall === "connect")) return true;
    if (code.length === 5 && awayStates.some((state) => state.test(code))) return true;
  }
  return false;
}
