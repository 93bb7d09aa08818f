import { randomBytes } from "node:crypto";
import { PassThrough, Transform } from "node:stream";
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { contentSecurityPolicy } from "~/http/content-security-policy.server";
import { logger } from "~/http/logger.server";
import { NonceContext } from "~/ui/nonce";
import { errorPrefix } from "~/ui/page-title";

export { runCommand } from "~/cli/run-command.server";
// Everything that touches data leaves the bundle here: the server imports no other copy of it.
export { answerHotRequest } from "~/http/hot-endpoints.server";
export { mailsSettled } from "~/http/mail-delivery.server";
export { startRuntime } from "~/http/runtime.server";

const renderTimeout = 10_000;

export const streamTimeout = renderTimeout;

export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted)
    logger.error({ err: error, path: pathForLog(request.url) }, "Erreur de rendu");
};

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  const waitsForAll = isbot(request.headers.get("user-agent")) || context.isSpaMode;
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [waitsForAll ? "onAllReady" : "onShellReady"]() {
          const isRefused = status >= 400 && context.staticHandlerContext.actionData !== null;
          const body = isRefused ? prefixTitle() : new PassThrough();
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: responseStatus,
            }),
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          responseStatus = 500;
          logger.error({ err: error, path: pathForLog(request.url) }, "Erreur de rendu");
        },
      },
    );
    setTimeout(abort, renderTimeout).unref();
  });
}

/** A form refused without JavaScript comes back as a page whose title says so first. */
function prefixTitle(): Transform {
  let isDone = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = isDone ? "" : chunk.toString("utf8");
      if (!text.includes("<title>")) return done(null, chunk);
      isDone = true;
      done(null, Buffer.from(text.replace("<title>", `<title>${errorPrefix}`)));
    },
  });
}

/** The path of a request as the log may keep it: never the token of a single-use link. */
function pathForLog(url: string): string {
  return new URL(url).pathname.replace(/^\/lien\/.*/, "/lien/…");
}
