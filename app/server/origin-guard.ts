import type { RequestHandler } from "express";
import { refusalPage } from "../http/refusal-page";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses every request that may write unless it comes from one of our own origins. The browser
 * states where a form was sent from (Origin, else Sec-Fetch-Site, else Referer); a request that
 * states nothing is refused. The Host and X-Forwarded-Host headers are never believed.
 */
export function originGuard(origins: readonly string[]): RequestHandler {
  const own = new Set(origins);
  return (request, response, next) => {
    if (safeMethods.has(request.method)) return next();
    const origin = request.get("Origin");
    const isOurs =
      origin === undefined
        ? comesFromPage(request.get("Sec-Fetch-Site"), request.get("Referer"), own)
        : own.has(origin);
    if (isOurs) return next();
    response
      .status(403)
      .type("html")
      .send(
        refusalPage(
          "Envoi refusé",
          "Ce formulaire n’a pas été envoyé depuis ce site. Ouvrez la page d’accueil, puis recommencez depuis le formulaire.",
        ),
      );
  };
}

function comesFromPage(
  site: string | undefined,
  referer: string | undefined,
  own: ReadonlySet<string>,
): boolean {
  if (site !== undefined) return site === "same-origin";
  if (referer === undefined || !URL.canParse(referer)) return false;
  return own.has(new URL(referer).origin);
}
