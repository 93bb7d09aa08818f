import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Scope } from "../../app/domain/access/permissions";
import type { ScanState } from "../../app/domain/proof/vocabulary";
import type { Tx } from "../client.server";
import { applications, fileContents, submissions } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import {
  endorsementLinks,
  endorsementRequests,
  formalActs,
  submissionSupplements,
} from "../schema/formal-acts";
import { people } from "../schema/people";
import { applicationInScope, isUuid } from "./applications.server";

export type FormalActRow = typeof formalActs.$inferSelect;
export type EndorsementRow = typeof endorsementRequests.$inferSelect;
export type SupplementRow = typeof submissionSupplements.$inferSelect;

/** The act that stands, with what the antivirus said of its file and who recorded it. */
export type StandingActRow = FormalActRow & { readonly scan: ScanState; readonly author: string };

/** The request that was not cancelled, with its last link. */
export type StandingRequestRow = EndorsementRow & {
  readonly author: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
};

/** The formal pieces of an application as they stand. */
export type StandingPieces = {
  readonly act: StandingActRow | null;
  readonly request: StandingRequestRow | null;
};

const recorder = alias(people, "recorder");
const asker = alias(people, "asker");

const nameOf = (person: typeof recorder | typeof asker) =>
  sql<string>`coalesce(${person.givenName} || ' ' || ${person.familyName}, 'Jalons')`;

/** The act and the request of an application that stand, in one statement. */
export async function findStandingPieces(tx: Tx, applicationId: string): Promise<StandingPieces> {
  const [row] = await tx
    .select({
      act: formalActs,
      scan: fileContents.scan,
      recordedBy: nameOf(recorder),
      request: endorsementRequests,
      askedBy: nameOf(asker),
      link: endorsementLinks,
    })
    .from(applications)
    .leftJoin(
      formalActs,
      and(eq(formalActs.applicationId, applications.id), isNull(formalActs.removedAt)),
    )
    .leftJoin(fileContents, eq(fileContents.sha256, formalActs.sha256))
    .leftJoin(recorder, eq(recorder.id, formalActs.recordedBy))
    .leftJoin(
      endorsementRequests,
      and(
        eq(endorsementRequests.applicationId, applications.id),
        isNull(endorsementRequests.cancelledAt),
      ),
    )
    .leftJoin(asker, eq(asker.id, endorsementRequests.askedBy))
    .leftJoin(
      endorsementLinks,
      sql`${endorsementLinks.id} = (select l.id from ${endorsementLinks} l where l.request_id = ${endorsementRequests.id} order by l.sent_at desc, l.expires_at desc limit 1)`,
    )
    .where(eq(applications.id, applicationId));
  const { act, scan, request, link } = row ?? {};
  return {
    act: row && act && scan ? { ...act, scan, author: row.recordedBy } : null,
    request:
      row && request && link
        ? { ...request, author: row.askedBy, sentAt: link.sentAt, expiresAt: link.expiresAt }
        : null,
  };
}

/** Writes an act in the place of the one that stood, which is kept; its content must be known first. */
export async function replaceFormalAct(
  tx: Tx,
  act: Omit<FormalActRow, "id" | "removedAt" | "removedBy">,
): Promise<FormalActRow> {
  await removeFormalAct(tx, act.applicationId, { by: act.recordedBy, at: act.recordedAt });
  const [row] = await tx.insert(formalActs).values(act).returning();
  if (!row) throw new Error("Acte non enregistré.");
  return row;
}

/** Takes away the act that stands; its row and content stay. False when there is none. */
export async function removeFormalAct(
  tx: Tx,
  applicationId: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(formalActs)
    .set({ removedBy: by, removedAt: at })
    .where(and(eq(formalActs.applicationId, applicationId), isNull(formalActs.removedAt)))
    .returning({ id: formalActs.id });
  return rows.length === 1;
}

const isSealed = sql`(exists (select 1 from ${submissions} where ${submissions.applicationId} = ${formalActs.applicationId} and strpos(${submissions.snapshot}, ${formalActs.id}::text) > 0)
  or exists (select 1 from ${submissionSupplements} join ${submissions} on ${submissions.id} = ${submissionSupplements.submissionId} where ${submissions.applicationId} = ${formalActs.applicationId} and strpos(${submissionSupplements.content}, ${formalActs.id}::text) > 0))`;

/** One act inside the scope that stands, or that a seal holds, to send its file; undefined otherwise. */
export async function findFormalAct(
  tx: Tx,
  scope: Scope,
  applicationId: string,
  actId: string,
): Promise<(FormalActRow & { readonly scan: ScanState }) | undefined> {
  if (!isUuid(applicationId) || !isUuid(actId)) return undefined;
  const [row] = await tx
    .select({ act: formalActs, scan: fileContents.scan })
    .from(formalActs)
    .innerJoin(fileContents, eq(fileContents.sha256, formalActs.sha256))
    .innerJoin(applications, eq(applications.id, formalActs.applicationId))
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .where(
      and(
        eq(formalActs.id, actId),
        eq(formalActs.applicationId, applicationId),
        or(isNull(formalActs.removedAt), isSealed),
        applicationInScope(scope),
      ),
    );
  return row && { ...row.act, scan: row.scan };
}

/** The acts that stand whose file is this content, with who is told of a virus in it. */
export async function listActsOf(tx: Tx, sha256: string) {
  return tx
    .select({
      id: formalActs.id,
      applicationId: formalActs.applicationId,
      name: formalActs.name,
      author: {
        email: people.email,
        givenName: people.givenName,
        familyName: people.familyName,
      },
    })
    .from(formalActs)
    .innerJoin(people, eq(people.id, formalActs.recordedBy))
    .where(and(eq(formalActs.sha256, sha256), isNull(formalActs.removedAt)))
    .orderBy(asc(formalActs.id));
}

/** What completes the seal of a submission, in the order in which it came. */
export async function listSupplements(tx: Tx, submissionId: string): Promise<SupplementRow[]> {
  return tx
    .select()
    .from(submissionSupplements)
    .where(eq(submissionSupplements.submissionId, submissionId))
    .orderBy(asc(submissionSupplements.number));
}

/** Adds a supplement to a submission; the caller holds the row of its application. */
export async function insertSupplement(
  tx: Tx,
  supplement: Omit<SupplementRow, "id">,
): Promise<void> {
  await tx.insert(submissionSupplements).values(supplement);
}
