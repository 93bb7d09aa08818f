import type { Server } from "node:http";
import type { RequestHandler, Response } from "express";
import { refusalPage } from "../http/refusal-page";

type Refusal = { readonly title: string; readonly text: string };

const refusals: Readonly<Record<number, Refusal>> = {
  403: {
    title: "Cette page ne vous est pas ouverte",
    text: "Votre rôle ne donne pas accès à cette page. Demandez à l’administrateur de la campagne de vérifier votre périmètre.",
  },
  404: {
    title: "Cette page n’existe pas",
    text: "L’adresse est inexacte, ou la page a été déplacée. Vérifiez l’adresse, ou repartez de la page d’accueil.",
  },
  405: {
    title: "Envoi impossible à cette adresse",
    text: "Cette adresse se lit, mais ne reçoit pas ce genre d’envoi. Repartez de la page d’accueil.",
  },
};

const otherRefusal: Refusal = {
  title: "Demande non traitée",
  text: "La demande n’a pas pu être lue. Rien n’a été modifié. Revenez à la page précédente et recommencez.",
};

function refuse(response: Response, status: 404 | 405): void {
  const { title, text } = refusals[status] ?? otherRefusal;
  response.status(status).type("html").send(refusalPage(title, text));
}

const methods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** Refuses the methods that no address has, which the framework could not even represent. */
export const refuseUnknownMethods: RequestHandler = (request, response, next) => {
  if (methods.has(request.method)) return next();
  response.set("Allow", [...methods].join(", "));
  refuse(response, 405);
};

/** No page of ours has U+0000 in its address, nor is asked for its data in the framework's old way. */
export const refuseStrangeAddresses: RequestHandler = (request, response, next) => {
  if (request.path.includes("%00") || "_data" in request.query) return refuse(response, 404);
  next();
};

/**
 * Names the host of each request from our own origins: the framework compares it with Origin, and
 * fails on one that makes no address. What the client or a proxy wrote there is never believed.
 */
export function nameHost(origins: readonly string[]): RequestHandler {
  const own = new Map(
    origins
      .filter((origin) => URL.canParse(origin))
      .map((origin) => [origin, new URL(origin).host]),
  );
  const hosts = new Set(own.values());
  const [first = "localhost"] = hosts;
  return (request, _response, next) => {
    const stated = request.get("Host") ?? "";
    request.headers.host =
      own.get(request.get("Origin") ?? "") ?? (hosts.has(stated) ? stated : first);
    delete request.headers["x-forwarded-host"];
    if (!/^https?$/.test(request.get("X-Forwarded-Proto") ?? "https")) {
      delete request.headers["x-forwarded-proto"];
    }
    next();
  };
}

/**
 * Turns a refusal that the framework words itself (plain text, English JSON, nothing at all) into a
 * page of ours. Pages, data for the page's script, and JSON of our own routes pass untouched.
 */
export const sayRefusalsInFrench: RequestHandler = (request, response, next) => {
  const { write, end } = response;
  let replaces: boolean | undefined;
  const isReplaced = () => {
    replaces ??= isTheirs(
      response.statusCode,
      response.get("Content-Type"),
      response.hasHeader("X-Remix-Error"),
    );
    return replaces;
  };
  response.write = ((...words: Parameters<typeof write>) =>
    isReplaced() || write.apply(response, words)) as typeof write;
  response.end = ((...words: Parameters<typeof end>) => {
    if (!isReplaced() || response.headersSent) return end.apply(response, words);
    Object.assign(response, { write, end, statusMessage: "" });
    for (const name of ["X-Remix-Error", "X-Remix-Catch", "Content-Length"]) {
      response.removeHeader(name);
    }
    const { title, text } = refusals[response.statusCode] ?? otherRefusal;
    if (request.path.startsWith("/api")) return response.json({ message: text });
    return response.type("html").send(refusalPage(title, text));
  }) as typeof end;
  next();
};

function isTheirs(status: number, type: string | undefined, isError: boolean): boolean {
  if (status < 400 || status >= 500) return false;
  return isError || !/^(?:text\/html|text\/x-script|application\/json)/.test(type ?? "");
}

/** Text of a whole answer, for a connection that the platform would answer emptily. */
function refusalBody(text: string): string {
  return refusalPage(otherRefusal.title, text);
}

/** What is no HTTP at all gets a French 4xx and a closed connection, never the platform's empty one. */
export function refuseMalformedHttp(server: Server): void {
  server.on("checkExpectation", (_request, response) => {
    response.writeHead(417, { "Content-Type": "text/html; charset=utf-8" });
    response.end(refusalBody(otherRefusal.text));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") {
      socket.destroy();
      return;
    }
    const isTooLong = error.code === "HPE_HEADER_OVERFLOW";
    const status = isTooLong ? "431 Request Header Fields Too Large" : "400 Bad Request";
    const text = isTooLong
      ? "L’adresse ou les témoins de connexion (cookies) envoyés sont trop longs. Effacez les cookies de ce site, puis recommencez."
      : otherRefusal.text;
    const page = refusalBody(text);
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(page)}\r\nConnection: close\r\n\r\n${page}`,
    );
  });
}
