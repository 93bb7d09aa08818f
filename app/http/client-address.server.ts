import { environment } from "~/env.server";

/**
 * The network address a request comes from, for throttling. The header is set by our own server
 * (see `server/create-app.ts`), which removes whatever a client sent under that name.
 */
export function clientAddress(request: Request): string {
  return request.headers.get(clientAddressHeader) ?? `inconnue-${environment().PORT}`;
}

export const clientAddressHeader = "x-jalons-client";
