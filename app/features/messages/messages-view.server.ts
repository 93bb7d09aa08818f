import { randomUUID } from "node:crypto";
import { type Scope, scopeFor } from "~/domain/access/permissions";
import { writeRefusal } from "~/domain/message/thread";
import type { MessageSide } from "~/domain/message/vocabulary";
import { mayBeSent } from "~/domain/proof/scan";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { paths } from "~/paths";
import { type ApplicationFile, findApplication } from "~db/repositories/applications.server";
import {
  findReadThrough,
  listMessages,
  type MessageLine,
  type ScannedMessageFile,
} from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";

const pageSize = 50;

type Address = {
  readonly id: string;
  readonly side: MessageSide;
  /** The campaign that the address names; absent where it names none. */
  readonly slug?: string;
  /** The number before which messages are shown; null for the last ones. */
  readonly before: number | null;
};

/** The thread of an application as one side reads it. Undefined out of scope, or where it cannot be yet. */
export async function messagesView(work: Work, scope: Scope, { id, side, slug, before }: Address) {
  const file = await findThread(work, scope, { id, side, slug });
  if (!file) return undefined;
  const { campaign, application } = file;
  const document = documentOf(campaign);
  const lines = await listMessages(work.tx, id, { before, limit: pageSize });
  const reader = { applicationId: id, personId: work.actor.personId };
  const through = await findReadThrough(work.tx, reader);
  const messages = lines.map((line) => messageView(line, { side, through, slug: campaign.slug }));
  const [first] = messages;
  const last = messages.at(-1);
  return {
    id: application.id,
    slug: campaign.slug,
    campaign: `${document.title} ${document.edition}`,
    title: applicantTitle(await nameSchools(work, file.schools, file.communes, file.departements)),
    side,
    messages,
    /** Where the messages before these are; null when these begin the thread. */
    olderBefore: first && first.number > 1 ? first.number : null,
    isPast: before !== null,
    /** How far this page shows the thread, when some of it was not read yet. */
    unreadThrough: messages.some(({ isNew }) => isNew) ? (last?.number ?? null) : null,
    refusal: writeRefusal({ wasSubmitted: file.wasSubmitted, phase: phaseOf(campaign, work.now) }),
    /** Given to the next message, so that a form sent twice is one. */
    key: randomUUID(),
    /** The number of the last message that the actor wrote here; null for none. */
    ownLast: lines.findLast(({ authorId }) => authorId === work.actor.personId)?.number ?? null,
    mayWrite: await mayWrite(work, id, side),
  };
}
export type MessagesView = NonNullable<Awaited<ReturnType<typeof messagesView>>>;
export type MessageView = MessagesView["messages"][number];

/** Examiners know nothing of an application before its first submission. */
async function findThread(
  work: Work,
  scope: Scope,
  { id, side, slug }: Omit<Address, "before">,
): Promise<ApplicationFile | undefined> {
  const file = await findApplication(work.tx, scope, id);
  if (!file || (slug !== undefined && file.campaign.slug !== slug)) return undefined;
  return side === "examination" && !file.wasSubmitted ? undefined : file;
}

async function mayWrite(work: Work, id: string, side: MessageSide): Promise<boolean> {
  if (side === "school") return true;
  const scope = scopeFor(work.actor, "examination.correct");
  return scope.length > 0 && (await findApplication(work.tx, scope, id)) !== undefined;
}

function messageView(
  line: MessageLine,
  reading: { readonly side: MessageSide; readonly through: number; readonly slug: string },
) {
  const isOwnSide = line.side === reading.side;
  return {
    id: line.id,
    number: line.number,
    side: line.side,
    isOwnSide,
    author: line.author,
    writtenAt: line.writtenAt.toISOString(),
    body: line.body,
    isNew: !isOwnSide && line.number > reading.through,
    /** Of one's own side: who of the other first read it, and when. */
    read:
      isOwnSide && line.readAt && line.reader
        ? { at: line.readAt.toISOString(), by: line.reader }
        : null,
    files: line.files.map((file) => fileView(file, line.applicationId, reading)),
  };
}

function fileView(
  { id, name, size, scan, signature }: ScannedMessageFile,
  applicationId: string,
  { side, slug }: { readonly side: MessageSide; readonly slug: string },
) {
  const to =
    side === "school"
      ? paths.messageFile(applicationId, id)
      : paths.examinationMessageFile(slug, applicationId, id);
  return { id, name, size, scan, signature, to: mayBeSent(scan) ? to : null };
}
