import type { ServerResponse } from "node:http";

/** Where server-sent events are written, for one page that listens. */
export type EventSink = {
  readonly write: (text: string) => void;
  readonly end: () => void;
};

/** A page that reads no more while events pile up is let go: it comes back by itself. */
const mostWaiting = 256 * 1024;

/**
 * Answers by server-sent events (HTML standard, § 9.2), neither stored, compressed nor buffered. The
 * connection is not kept afterwards: a server that stops has nothing left to wait for.
 */
export function sendEvents(
  response: ServerResponse,
  stream: (sink: EventSink) => () => void,
): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
    Connection: "close",
  });
  response.flushHeaders();
  const left = stream({
    write: (text) => {
      if (response.writableLength > mostWaiting) response.destroy();
      else if (!response.destroyed && !response.writableEnded) response.write(text);
    },
    end: () => response.end(),
  });
  response.on("close", left);
  // Gone while the server was looking for an answer: the event has passed already.
  if (response.destroyed) left();
}
