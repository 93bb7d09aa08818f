import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Environment } from "~/env.server";
import { refusalPage } from "../http/refusal-page";
import {
  nameHost,
  refuseStrangeAddresses,
  refuseUnknownMethods,
  sayRefusalsInFrench,
} from "./french-refusals";
import { originGuard } from "./origin-guard";
import { type EventSink, sendEvents } from "./send-events";

/** What the server build exports beside Remix's own entry: see `entry.server.tsx`. */
export type JalonsEntry = {
  answerHotRequest: (request: HotRequest) => Promise<HotResponse | undefined>;
  /** Uploads by pieces, whose bodies are read as they come. */
  receiveUpload: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

export type HotRequest = {
  readonly method: string;
  readonly path: string;
  readonly cookie: string | undefined;
  readonly body: unknown;
};
export type HotResponse = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of a body: events written as they come. Gives what to do when the client has left. */
  readonly stream?: (sink: EventSink) => () => void;
};

export type AppParts = {
  readonly env: Environment;
  readonly loadBuild: () => Promise<ServerBuild>;
  readonly loadEntry: () => Promise<JalonsEntry>;
  /** Vite's middleware in development. */
  readonly development?: RequestHandler;
};

const year = 31_536_000;
/** Where files are sent by pieces: see `upload-endpoint.server.ts`. */
const uploads = /^\/api\/televersements(\/|$)/;
const largestJson = "1mb";
/** A form with its proofs; the proof routes state their own, lower limit. */
const largestBody = 60 * 1024 * 1024;

/** Assembles Express: headers, static files, origin guard, limits, hot endpoints, then Remix. */
export function createApp({ env, loadBuild, loadEntry, development }: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY ? 1 : false);
  app.use(securityHeaders(env));
  app.use(compressAnswers());
  if (development) {
    app.use(development);
  } else {
    app.use(
      "/assets",
      express.static(`${env.BUILD_DIR}/client/assets`, { immutable: true, maxAge: year * 1000 }),
    );
    app.use(express.static(`${env.BUILD_DIR}/client`, { maxAge: "1h" }));
  }
  app.use(refuseUnknownMethods);
  app.use(originGuard(env.origins));
  app.use(refuseLargeBodies);
  app.all(uploads, receiveUploads(loadEntry));
  // What a page says as it closes comes as text, which no form of another site can send past the guard.
  app.use("/api/candidatures/:id/presence/quitter", express.json({ limit: "1kb", type: "text/*" }));
  app.use("/api", express.json({ limit: largestJson }), hotEndpoints(loadEntry));
  app.use(refuseStrangeAddresses, sayRefusalsInFrench, nameHost(env.origins));
  app.all("*", (request, response, next) => {
    void loadBuild()
      .then((build) => createRequestHandler({ build, mode: env.NODE_ENV })(request, response, next))
      .catch(next);
  });
  app.use(refuseUnreadable);
  return app;
}

function securityHeaders(env: Environment): RequestHandler {
  return (request, response, next) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), camera=(self)");
    if (
      env.NODE_ENV === "production" &&
      env.origins.some((origin) => origin.startsWith("https:"))
    ) {
      response.setHeader("Strict-Transport-Security", `max-age=${year}; includeSubDomains`);
    }
    request.headers["x-jalons-client"] = request.ip ?? "inconnue";
    next();
  };
}

/** Compresses what is read; the answer to a save is a few dozen bytes, smaller as it is. */
function compressAnswers(): RequestHandler {
  const compress = compression();
  return (request, response, next) =>
    request.method === "PUT" ? next() : compress(request, response, next);
}

const refuseLargeBodies: RequestHandler = (request, response, next) => {
  if (Number(request.get("Content-Length") ?? 0) <= largestBody) return next();
  response
    .status(413)
    .type("html")
    .send(
      refusalPage(
        "Envoi trop lourd",
        "L’envoi dépasse 60 Mo. Revenez à la page précédente et choisissez un fichier plus léger.",
      ),
    );
};

function hotEndpoints(loadEntry: AppParts["loadEntry"]): RequestHandler {
  return (request, response, next) => {
    void loadEntry()
      .then((entry) =>
        entry.answerHotRequest({
          method: request.method,
          path: request.path,
          cookie: request.get("Cookie"),
          body: request.body,
        }),
      )
      .then((answer) => {
        const { status, body, headers, stream }: HotResponse = answer ?? {
          status: 404,
          body: { message: "Cette adresse n’existe pas." },
        };
        // Sent as one text with its headers: Express would digest it for an ETag that « no-store » makes void.
        for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
        if (stream) return sendEvents(response, stream);
        response.setHeader("Content-Type", "application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.statusCode = status;
        response.end(JSON.stringify(body));
      })
      .catch(next);
  };
}

function receiveUploads(loadEntry: AppParts["loadEntry"]): RequestHandler {
  return (request, response, next) => {
    void loadEntry()
      .then((entry) => entry.receiveUpload(request, response))
      .catch(next);
  };
}

/** What Express itself could not read (bad JSON, bad URL, too long) is the sender's: a French 4xx. */
const refuseUnreadable: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const claimed = (error as { status?: unknown }).status;
  const isTheirs = typeof claimed === "number" && claimed >= 400 && claimed < 500;
  const status = isTheirs ? claimed : 500;
  const text = isTheirs
    ? "La demande n’a pas pu être lue. Revenez à la page précédente et recommencez."
    : "Une panne est survenue de notre côté. Rien de ce qui était enregistré n’est perdu. Réessayez dans quelques minutes.";
  if (request.path.startsWith("/api")) response.status(status).json({ message: text });
  else response.status(status).type("html").send(refusalPage("Demande non traitée", text));
};
