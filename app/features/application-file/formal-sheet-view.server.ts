import type { FormalBody, FormalOutcome, Opinion } from "~/domain/application/vocabulary";
import { mayBeSent } from "~/domain/proof/scan";
import type { ScanState } from "~/domain/proof/vocabulary";
import { paths } from "~/paths";
import type { FormalPieces } from "./formal-pieces.server";

/** The act that stands, as a page shows it. */
export type ShownAct = {
  readonly body: FormalBody;
  /** The day of the session, `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly number: string;
  readonly outcome: FormalOutcome;
  readonly file: string;
  /** Where it is opened; null while it is held back. */
  readonly to: string | null;
  readonly scan: ScanState;
  readonly by: string;
  readonly at: string;
};

/** The request that stands, and the opinion once it is given. */
export type ShownRequest = {
  readonly id: string;
  readonly authority: string;
  readonly contact: string;
  readonly email: string;
  readonly askedBy: string;
  readonly sentAt: string;
  readonly expiresAt: string;
  readonly isExpired: boolean;
  readonly given: {
    readonly opinion: Opinion;
    readonly reasons: string | null;
    readonly by: string;
    readonly at: string;
  } | null;
};

/** The act of a file, for whoever may read the file. */
export function shownAct({ act }: Pick<FormalPieces, "act">, id: string): ShownAct | null {
  if (!act) return null;
  return {
    body: act.body,
    heldOn: act.heldOn,
    number: act.number,
    outcome: act.outcome,
    file: act.name,
    to: mayBeSent(act.scan) ? paths.formalActFile(id, act.id) : null,
    scan: act.scan,
    by: act.author,
    at: act.recordedAt.toISOString(),
  };
}

/** The request for an opinion of a file, for whoever may read the file. */
export function shownRequest(
  { request }: Pick<FormalPieces, "request">,
  now: Date,
): ShownRequest | null {
  if (!request) return null;
  const { opinion, givenAt } = request;
  return {
    id: request.id,
    authority: request.authority,
    contact: request.contactName,
    email: request.contactEmail,
    askedBy: request.author,
    sentAt: request.sentAt.toISOString(),
    expiresAt: request.expiresAt.toISOString(),
    isExpired: request.expiresAt <= now,
    given:
      opinion && givenAt
        ? {
            opinion,
            reasons: request.reasons,
            by: `${request.giverName}, ${request.giverTitle}`,
            at: givenAt.toISOString(),
          }
        : null,
  };
}
