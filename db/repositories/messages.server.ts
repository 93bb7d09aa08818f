import { and, asc, desc, eq, inArray, isNull, lt, lte, ne, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/access/permissions";
import type { MessageSide } from "../../app/domain/message/vocabulary";
import type { ScanState } from "../../app/domain/proof/vocabulary";
import { rowsOf, type Tx } from "../client.server";
import { applications, fileContents } from "../schema/applications";
import { campaigns } from "../schema/campaigns";
import { messageFiles, messageReads, messages } from "../schema/messages";
import { people } from "../schema/people";
import { applicationInScope, isUuid } from "./applications.server";

export type MessageRow = typeof messages.$inferSelect;
export type MessageFileRow = typeof messageFiles.$inferSelect;

/** A file of a message, with what the antivirus said of it. */
export type ScannedMessageFile = MessageFileRow & {
  readonly scan: ScanState;
  readonly signature: string | null;
};

/** A message as it is read. */
export type MessageLine = MessageRow & {
  readonly author: string;
  readonly reader: string | null;
  readonly files: readonly ScannedMessageFile[];
};

const scanned = { scan: fileContents.scan, signature: fileContents.signature };

/** One message by its identifier, whoever's. */
export async function findMessage(tx: Tx, id: string): Promise<MessageRow | undefined> {
  const [row] = await tx.select().from(messages).where(eq(messages.id, id));
  return row;
}

/** The number of the last message of a thread; 0 for none. */
export async function lastMessageNumber(tx: Tx, applicationId: string): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${messages.number}), 0)::int` })
    .from(messages)
    .where(eq(messages.applicationId, applicationId));
  return row?.last ?? 0;
}

type NewMessage = Omit<MessageRow, "readAt" | "readBy">;
type NewFile = Omit<MessageFileRow, "id" | "messageId">;

/** Writes a message and its files, under the lock of its application. */
export async function insertMessage(
  tx: Tx,
  message: NewMessage,
  files: readonly NewFile[],
): Promise<void> {
  await tx.insert(messages).values(message);
  if (files.length === 0) return;
  await tx.insert(messageFiles).values(files.map((file) => ({ ...file, messageId: message.id })));
}

/** The last messages of a thread before a number (absent: the last ones), the oldest first. */
export async function listMessages(
  tx: Tx,
  applicationId: string,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<MessageLine[]> {
  const rows = await tx
    .select({
      message: messages,
      author: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
      reader: sql<
        string | null
      >`(select given_name || ' ' || family_name from people as reader where reader.id = ${messages.readBy})`,
    })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.authorId))
    .where(
      and(
        eq(messages.applicationId, applicationId),
        before === null ? undefined : lt(messages.number, before),
      ),
    )
    .orderBy(desc(messages.number))
    .limit(limit);
  const files = await listFiles(
    tx,
    rows.map(({ message }) => message.id),
  );
  return rows.reverse().map(({ message, ...names }) => ({
    ...message,
    ...names,
    files: files.filter(({ messageId }) => messageId === message.id),
  }));
}

async function listFiles(tx: Tx, messageIds: readonly string[]): Promise<ScannedMessageFile[]> {
  if (messageIds.length === 0) return [];
  const rows = await tx
    .select({ file: messageFiles, ...scanned })
    .from(messageFiles)
    .innerJoin(fileContents, eq(fileContents.sha256, messageFiles.sha256))
    .where(inArray(messageFiles.messageId, [...messageIds]))
    .orderBy(asc(messageFiles.name), asc(messageFiles.id));
  return rows.map(({ file, ...scan }) => ({ ...file, ...scan }));
}

/** A file of a message of one application inside the scope; undefined otherwise. */
export async function findMessageFile(
  tx: Tx,
  scope: Scope,
  applicationId: string,
  fileId: string,
): Promise<ScannedMessageFile | undefined> {
  if (!isUuid(applicationId) || !isUuid(fileId)) return undefined;
  const [row] = await tx
    .select({ file: messageFiles, ...scanned })
    .from(messageFiles)
    .innerJoin(fileContents, eq(fileContents.sha256, messageFiles.sha256))
    .innerJoin(messages, eq(messages.id, messageFiles.messageId))
    .innerJoin(applications, eq(applications.id, messages.applicationId))
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .where(
      and(
        eq(messageFiles.id, fileId),
        eq(applications.id, applicationId),
        applicationInScope(scope),
      ),
    );
  return row && { ...row.file, scan: row.scan, signature: row.signature };
}

type Reader = { readonly applicationId: string; readonly personId: string };

/** The number of the last message that was shown to a person; 0 for none. */
export async function findReadThrough(
  tx: Tx,
  { applicationId, personId }: Reader,
): Promise<number> {
  const [row] = await tx
    .select({ through: messageReads.through })
    .from(messageReads)
    .where(and(eq(messageReads.applicationId, applicationId), eq(messageReads.personId, personId)));
  return row?.through ?? 0;
}

/**
 * Says that a person read a thread as far as a number, never less far than before; what the other side
 * wrote until there, and nobody had read, is read from now on.
 */
export async function markRead(
  tx: Tx,
  { applicationId, personId }: Reader,
  {
    side,
    through,
    at,
  }: { readonly side: MessageSide; readonly through: number; readonly at: Date },
): Promise<void> {
  await tx
    .insert(messageReads)
    .values({ applicationId, personId, through })
    .onConflictDoUpdate({
      target: [messageReads.applicationId, messageReads.personId],
      set: { through: sql`greatest(${messageReads.through}, excluded.through)` },
    });
  await tx
    .update(messages)
    .set({ readAt: at, readBy: personId })
    .where(
      and(
        eq(messages.applicationId, applicationId),
        ne(messages.side, side),
        lte(messages.number, through),
        isNull(messages.readAt),
      ),
    );
}

/** How many messages a thread has, and how many of the other side a person has not read. */
export async function countMessages(
  tx: Tx,
  { applicationId, personId }: Reader,
  side: MessageSide,
): Promise<{ readonly all: number; readonly unread: number }> {
  const [row] = await rowsOf<{ all: number; unread: number }>(
    tx,
    sql`select count(*)::int as "all", (count(*) filter (where ${messages.side} <> ${side}
        and ${messages.number} > coalesce((select ${messageReads.through} from ${messageReads}
          where ${messageReads.applicationId} = ${applicationId}::uuid
            and ${messageReads.personId} = ${personId}::uuid), 0)))::int as unread
      from ${messages} where ${messages.applicationId} = ${applicationId}::uuid`,
  );
  return row ?? { all: 0, unread: 0 };
}

/** The people who wrote on one side of a thread. */
export async function listWriters(
  tx: Tx,
  applicationId: string,
  side: MessageSide,
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: messages.authorId })
    .from(messages)
    .where(and(eq(messages.applicationId, applicationId), eq(messages.side, side)));
  return rows.map(({ id }) => id);
}

export type MessageFileOfContent = Pick<MessageFileRow, "id" | "name"> &
  Pick<MessageRow, "applicationId" | "side"> & {
    readonly slug: string;
    readonly author: {
      readonly email: string;
      readonly givenName: string;
      readonly familyName: string;
    };
  };

/** The files of messages that are some content, with who sent each. */
export async function listMessageFilesOf(tx: Tx, sha256: string): Promise<MessageFileOfContent[]> {
  return tx
    .select({
      id: messageFiles.id,
      name: messageFiles.name,
      applicationId: messages.applicationId,
      side: messages.side,
      slug: campaigns.slug,
      author: {
        email: people.email,
        givenName: people.givenName,
        familyName: people.familyName,
      },
    })
    .from(messageFiles)
    .innerJoin(messages, eq(messages.id, messageFiles.messageId))
    .innerJoin(people, eq(people.id, messages.authorId))
    .innerJoin(applications, eq(applications.id, messages.applicationId))
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .where(eq(messageFiles.sha256, sha256))
    .orderBy(asc(messageFiles.id));
}
