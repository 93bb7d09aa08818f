import {
  type AskedPieces,
  askedPieces,
  bodyOf,
  hasOtherOwner,
  type StandingAct,
} from "~/domain/application/formal-acts";
import { schoolFactsOf } from "~/domain/application/school-facts";
import type { SealedPieces } from "~/domain/application/sealed-pieces";
import type { FormalBody } from "~/domain/application/vocabulary";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { Collectivite } from "~/domain/directory/equipment-owner";
import { countsAsProof } from "~/domain/proof/scan";
import { parisDay } from "~/ui/format";
import type { ApplicationFile } from "~db/repositories/applications.server";
import { loadOwnersOn } from "~db/repositories/equipment-owners.server";
import { findStandingPieces, type StandingPieces } from "~db/repositories/formal-acts.server";
import type { Work } from "~db/work.server";

/** What a campaign asks of one application besides its answers, and what is there. */
export type FormalPieces = StandingPieces & {
  readonly asked: AskedPieces;
  readonly body: FormalBody;
};

type FormalFile = Pick<ApplicationFile, "application" | "schools" | "communes"> & {
  readonly document: CampaignDocument;
};

/** The formal pieces of a file; null, and nothing is read, where its campaign asks none. */
export async function readFormalPieces(work: Work, file: FormalFile): Promise<FormalPieces | null> {
  const { application, document } = file;
  if (!document.formalActs) return null;
  const [school] = file.schools;
  const facts =
    school &&
    schoolFactsOf(school, file.communes.get(school.communeCode ?? ""), document.perimeter.kinds);
  const { applicantKind: kind, applicantCode: code } = application;
  // The owner changes nothing for the board of a collège or a lycée.
  const owner =
    kind === "school" && facts?.kind !== "ecole" ? null : await readOwner(work, file.schools);
  return {
    ...(await findStandingPieces(work.tx, application.id)),
    asked: askedPieces(document.formalActs, hasOtherOwner({ kind, code }, owner)),
    body: bodyOf(kind, facts?.kind, owner),
  };
}

/** Who owns the equipment of the first school today; null when no collectivité is recorded. */
export async function readOwner(
  work: Work,
  schools: readonly { readonly uai: string }[],
): Promise<Collectivite | null> {
  const [school] = schools;
  if (!school) return null;
  const owners = await loadOwnersOn(work.tx, [school.uai], parisDay(work.now));
  const { ownerKind = null, ownerCode = null } = owners.get(school.uai) ?? {};
  return ownerKind && ownerCode ? { kind: ownerKind, code: ownerCode } : null;
}

/** The act that stands as the rules read it. */
export function standingAct({ act }: Pick<StandingPieces, "act">): StandingAct | null {
  return act && { outcome: act.outcome, isSound: countsAsProof(act) };
}

/** What of the pieces goes into a seal: an act whose file is sound, an opinion that was given. */
export function piecesToSeal({ act, request }: StandingPieces): SealedPieces {
  return {
    deliberation:
      act && countsAsProof(act)
        ? {
            id: act.id,
            body: act.body,
            heldOn: act.heldOn,
            number: act.number,
            outcome: act.outcome,
            file: {
              name: act.name,
              mediaType: act.mediaType,
              size: act.size,
              sha256: act.sha256,
            },
            recordedBy: act.author,
            recordedAt: act.recordedAt.toISOString(),
          }
        : null,
    endorsement:
      request?.opinion && request.givenAt
        ? {
            id: request.id,
            authority: request.authority,
            opinion: request.opinion,
            reasons: request.reasons,
            giver: { name: request.giverName ?? "", title: request.giverTitle ?? "" },
            givenAt: request.givenAt.toISOString(),
          }
        : null,
  };
}
