import { type Action, everywhere, type Scope, scopeFor } from "~/domain/access/permissions";
import { type DigestLine, digestLines } from "~/domain/message/thread";
import { type MessageSide, messageSides } from "~/domain/message/vocabulary";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { paths } from "~/paths";
import { parisDay } from "~/ui/format";
import { findApplication } from "~db/repositories/applications.server";
import { enqueueMails } from "~db/repositories/mails.server";
import {
  type Awaited,
  deleteNotices,
  listAwaited,
  listNotices,
  listReached,
  type NoticeLine,
  takeDigest,
} from "~db/repositories/message-notices.server";
import { listMemberships } from "~db/repositories/people.server";
import type { Work } from "~db/work.server";
import { type DigestSubject, digestMail } from "./digest-mail";

const pageOfPeople = 50;
/** Applications named in one mail: the page of each says the rest. */
const mostSubjects = 50;

/** What reading a thread needs, by the side that wrote: the other one is told. */
const readingAction: Readonly<Record<MessageSide, Action>> = {
  school: "examination.read",
  examination: "application.answer",
};

export type WrittenDigests = {
  /** The last person looked at, to go on after; null when there is nobody left. */
  readonly last: string | null;
  readonly people: number;
  readonly mails: number;
};

/**
 * Writes the day's digest to the next people after `after`: one mail each at most, whatever the number of
 * messages and of applications. What was read meanwhile, is read by them no more, or is for somebody who
 * wants no such mail, is told to nobody.
 */
export async function writeDigests(work: Work, after: string | null): Promise<WrittenDigests> {
  const people = await listAwaited(work.tx, { after, limit: pageOfPeople });
  let mails = 0;
  for (const person of people) if (await writeDigest(work, person)) mails += 1;
  return { last: people.at(-1)?.id ?? null, people: people.length, mails };
}

async function writeDigest(work: Work, person: Awaited): Promise<boolean> {
  const { tx, now } = work;
  const notices = await listNotices(tx, person.id);
  const done = () =>
    deleteNotices(
      tx,
      person.id,
      notices.map(({ messageId }) => messageId),
    );
  const lines = person.isWritten ? await linesFor(work, person, notices) : [];
  const [first, ...others] = await subjectsOf(work, lines);
  if (!first) {
    await done();
    return false;
  }
  // What came after today's mail waits for tomorrow's.
  if (!(await takeDigest(tx, person.id, parisDay(now)))) return false;
  await done();
  await enqueueMails(tx, [digestMail(person, [first, ...others])]);
  return true;
}

async function linesFor(
  work: Work,
  person: Awaited,
  notices: readonly NoticeLine[],
): Promise<DigestLine[]> {
  const memberships = await listMemberships(work.tx, person.id, parisDay(work.now));
  const actor = { personId: person.id, name: "", memberships };
  const reached = new Map<MessageSide, ReadonlySet<string>>();
  for (const side of messageSides) {
    const ids = notices.filter((notice) => notice.side === side).map((one) => one.applicationId);
    const scope: Scope = scopeFor(actor, readingAction[side]);
    reached.set(side, await listReached(work.tx, scope, [...new Set(ids)]));
  }
  const through = new Map(notices.map((notice) => [notice.applicationId, notice.through]));
  return digestLines(notices, {
    readThrough: (id) => through.get(id) ?? 0,
    isReadable: (id, side) => reached.get(side)?.has(id) ?? false,
  });
}

async function subjectsOf(work: Work, lines: readonly DigestLine[]): Promise<DigestSubject[]> {
  const subjects: DigestSubject[] = [];
  for (const { applicationId, side, waiting } of lines.slice(0, mostSubjects)) {
    const file = await findApplication(work.tx, everywhere, applicationId);
    if (!file) continue;
    const document = documentOf(file.campaign);
    subjects.push({
      title: applicantTitle(
        await nameSchools(work, file.schools, file.communes, file.departements),
      ),
      campaign: `${document.title} ${document.edition}`,
      waiting,
      to:
        side === "school"
          ? paths.examinationMessages(file.campaign.slug, applicationId)
          : paths.messages(applicationId),
    });
  }
  return subjects;
}
