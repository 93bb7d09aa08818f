import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { stateOnDeposit } from "../../app/domain/proof/scan";
import type { ScanState } from "../../app/domain/proof/vocabulary";
import type { Tx } from "../client.server";
import { answers, applications, fileContents, proofs } from "../schema/applications";
import { people } from "../schema/people";

export type FileContentRow = typeof fileContents.$inferSelect;

/**
 * Says that a content is deposited, once or again, and gives what is then known of it. `isScanned`: an
 * antivirus is configured. The row stays locked until the transaction ends: a verdict waits for it.
 */
export async function keepContentRow(
  tx: Tx,
  sha256: string,
  { isScanned, at }: { readonly isScanned: boolean; readonly at: Date },
): Promise<FileContentRow> {
  await tx
    .insert(fileContents)
    .values({ sha256, scan: stateOnDeposit(undefined, isScanned), firstKeptAt: at })
    .onConflictDoNothing();
  const [known] = await tx
    .select()
    .from(fileContents)
    .where(eq(fileContents.sha256, sha256))
    .for("update");
  if (!known) throw new Error("Contenu non enregistré.");
  const scan = stateOnDeposit(known.scan, isScanned);
  if (scan !== known.scan) await setScan(tx, sha256, { scan });
  return { ...known, scan };
}

/** The first contents that wait for the antivirus after the one named, in the order of their names. */
export async function listWaitingContents(
  tx: Tx,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await tx
    .select({ sha256: fileContents.sha256 })
    .from(fileContents)
    .where(and(eq(fileContents.scan, "waiting"), gt(fileContents.sha256, after)))
    .orderBy(asc(fileContents.sha256))
    .limit(limit);
  return rows.map(({ sha256 }) => sha256);
}

export async function countWaitingContents(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(fileContents)
    .where(eq(fileContents.scan, "waiting"));
  return row?.count ?? 0;
}

/** Locks a content and gives it; undefined when it is not known. */
export async function lockContent(tx: Tx, sha256: string): Promise<FileContentRow | undefined> {
  const [row] = await tx
    .select()
    .from(fileContents)
    .where(eq(fileContents.sha256, sha256))
    .for("update");
  return row;
}

/** What the antivirus said of each of these contents, by SHA-256. */
export async function listScans(
  tx: Tx,
  sha256s: readonly string[],
): Promise<Map<string, Pick<FileContentRow, "scan" | "signature">>> {
  if (sha256s.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(fileContents)
    .where(inArray(fileContents.sha256, [...sha256s]));
  return new Map(rows.map(({ sha256, scan, signature }) => [sha256, { scan, signature }]));
}

export async function setScan(
  tx: Tx,
  sha256: string,
  {
    scan,
    signature = null,
    scannedAt,
  }: {
    readonly scan: ScanState;
    readonly signature?: string | null;
    readonly scannedAt?: Date;
  },
): Promise<void> {
  await tx
    .update(fileContents)
    .set({ scan, signature, ...(scannedAt ? { scannedAt } : {}) })
    .where(eq(fileContents.sha256, sha256));
}

/** Moves every content from a state to another, and gives how many. */
export async function moveScans(tx: Tx, from: ScanState, to: ScanState): Promise<number> {
  const rows = await tx
    .update(fileContents)
    .set({ scan: to })
    .where(eq(fileContents.scan, from))
    .returning({ sha256: fileContents.sha256 });
  return rows.length;
}

export type ProofOfContent = {
  readonly id: string;
  readonly applicationId: string;
  readonly questionId: string;
  readonly name: string;
  readonly isDraft: boolean;
  readonly author: {
    readonly email: string;
    readonly givenName: string;
    readonly familyName: string;
  } | null;
};

/** The proofs that are this content and were not removed, with who added each and whether it may still change. */
export async function listProofsOf(tx: Tx, sha256: string): Promise<ProofOfContent[]> {
  return tx
    .select({
      id: proofs.id,
      applicationId: proofs.applicationId,
      questionId: proofs.questionId,
      name: proofs.name,
      isDraft: sql<boolean>`${applications.status} = 'draft'`,
      author: {
        email: people.email,
        givenName: people.givenName,
        familyName: people.familyName,
      },
    })
    .from(proofs)
    .innerJoin(applications, eq(applications.id, proofs.applicationId))
    .leftJoin(people, eq(people.id, proofs.addedBy))
    .where(and(eq(proofs.sha256, sha256), isNull(proofs.removedAt)))
    .orderBy(asc(proofs.applicationId), asc(proofs.questionId), asc(proofs.id));
}

/**
 * One answer of a draft that still lists an infected file; undefined when none does. The application is
 * locked against being submitted meanwhile.
 */
export async function findInfectedAnswer(
  tx: Tx,
): Promise<{ applicationId: string; questionId: string } | undefined> {
  const [row] = await tx
    .select({ applicationId: answers.applicationId, questionId: answers.questionId })
    .from(fileContents)
    .innerJoin(proofs, and(eq(proofs.sha256, fileContents.sha256), isNull(proofs.removedAt)))
    .innerJoin(applications, eq(applications.id, proofs.applicationId))
    .innerJoin(
      answers,
      and(
        eq(answers.applicationId, proofs.applicationId),
        eq(answers.questionId, proofs.questionId),
      ),
    )
    .where(
      and(
        eq(fileContents.scan, "infected"),
        eq(applications.status, "draft"),
        sql`strpos(${answers.value}::text, ${proofs.id}::text) > 0`,
      ),
    )
    .limit(1)
    .for("share", { of: applications });
  return row;
}
