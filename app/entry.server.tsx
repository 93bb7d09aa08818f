import { randomBytes } from "node:crypto";
import { PassThrough, Transform } from "node:stream";
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleDataRequestFunction,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { UnavailableDocument } from "~/features/layout/components/unavailable-document";
import { readPostedForm } from "~/features/layout/posted-form";
import { contentSecurityPolicy } from "~/http/content-security-policy.server";
import { readForm } from "~/http/forms.server";
import { logger } from "~/http/logger.server";
import { unavailableHeaders } from "~/http/unavailable.server";
import { NonceContext } from "~/ui/nonce";
import { errorPrefix } from "~/ui/page-title";
import stylesheet from "~/ui/theme/index.css?url";

export { runCommand } from "~/cli/run-command.server";
// Everything that touches data leaves the bundle here: the server imports no other copy of it.
export { answerHotRequest } from "~/http/hot-endpoints.server";
export { mailsSettled } from "~/http/mail-delivery.server";
export { endStreams } from "~/http/presence-hub.server";
export { startFolding } from "~/http/rollup-folding.server";
export { startRuntime } from "~/http/runtime.server";
export { receiveUpload } from "~/http/upload-endpoint.server";
export { startJobs } from "~/worker/start-jobs.server";

const renderTimeout = 10_000;

export const streamTimeout = renderTimeout;

export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted)
    logger.error({ err: error, path: pathForLog(request.url) }, "Erreur de rendu");
};

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  const waitsForAll = isbot(request.headers.get("user-agent")) || context.isSpaMode;
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
  if (status === 503) {
    sayWhenToComeBack(headers);
    const kept = await keptForm(request);
    if (kept) return new Response(kept, { status, headers });
  }
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

/** Data for a page's script: the same headers as the page. */
export const handleDataRequest: HandleDataRequestFunction = (response) => {
  if (response.status === 503) sayWhenToComeBack(response.headers);
  return response;
};

function sayWhenToComeBack(headers: Headers): void {
  for (const [name, value] of Object.entries(unavailableHeaders)) headers.set(name, value);
}

/** The page that gives back what a form sent without JavaScript while the database was away. */
async function keptForm(request: Request): Promise<string | undefined> {
  if (request.method !== "POST") return undefined;
  const { pathname, search } = new URL(request.url);
  const posted = readPostedForm(`${pathname}${search}`, await readForm(request));
  if (!posted) return undefined;
  const page = renderToStaticMarkup(
    <UnavailableDocument stylesheet={stylesheet} posted={posted} />,
  );
  return `<!doctype html>${page}`;
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
