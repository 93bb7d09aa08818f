import { redirect } from "@remix-run/node";
import { visitor } from "~/domain/access/actor";
import { type Action, type Scope, scopeFor } from "~/domain/access/permissions";
import { readSignedIn, type SignedIn } from "~/features/sign-in/current-actor.server";
import { paths } from "~/paths";
import { withWork } from "./work.server";

const known = new WeakMap<Request, Promise<SignedIn | undefined>>();

/** Who sends this request, read once; undefined for a visitor. */
export function findSignedIn(request: Request): Promise<SignedIn | undefined> {
  const already = known.get(request);
  if (already) return already;
  const reading = withWork(visitor, (work) => readSignedIn(work, request.headers.get("Cookie")));
  known.set(request, reading);
  return reading;
}

/** The person who sends this request; a visitor is sent to sign in, then back. */
export async function requireSignedIn(request: Request): Promise<SignedIn> {
  const signedIn = await findSignedIn(request);
  if (signedIn) return signedIn;
  const url = new URL(request.url);
  const back = request.method === "GET" ? `${url.pathname}${url.search}` : url.pathname;
  throw redirect(paths.signIn(back));
}

export type Access = { readonly signedIn: SignedIn; readonly scope: Scope };

/**
 * The person and where they may do `action`: the scope that repositories require.
 * @throws Response 403 when no role allows the action at all; out of scope is the repository's 404.
 */
export async function requireAccess(request: Request, action: Action): Promise<Access> {
  const signedIn = await requireSignedIn(request);
  const scope = scopeFor(signedIn.actor, action);
  if (scope.length === 0) throw forbidden();
  return { signedIn, scope };
}

/** 403: the person is known, and their roles do not allow this. */
export function forbidden(): Response {
  return new Response("Votre rôle ne permet pas cette action.", { status: 403 });
}

/** 404: it does not exist, or not for this person; the two are never told apart. */
export function notFound(): Response {
  return new Response("Cette page n’existe pas, ou ne vous est pas ouverte.", { status: 404 });
}
