import type { Server } from "node:http";

const graceMilliseconds = 8_000;

/**
 * At SIGTERM or SIGINT: ends the streams, takes no more requests, lets those in progress end, closes the
 * database, then leaves. Whatever hangs, the process is gone after eight seconds, with code 1.
 */
export function stopGracefully(
  server: Server,
  endStreams: () => void,
  release: () => Promise<void>,
): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), graceMilliseconds).unref();
    // A stream never ends by itself.
    endStreams();
    server.close(() => {
      void release().then(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
