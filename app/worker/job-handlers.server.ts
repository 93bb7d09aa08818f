import { writeDigests } from "~/features/messages/write-digests.server";
import { writeReminders } from "~/features/send-reminders/write-reminders.server";
import { exportStore, exportWorkplace, fileStore } from "~/http/file-store.server";
import { virusScanner } from "~/http/virus-scanner.server";
import { deleteExpired } from "~db/repositories/clean-up.server";
import { countAwaited } from "~db/repositories/message-notices.server";
import { countRemindablePeople } from "~db/repositories/reminders.server";
import type { Work } from "~db/work.server";
import { exportApplications } from "./export-applications.server";
import type { JobContext } from "./job-context.server";
import type { JobHandlers } from "./job-worker.server";
import { scanFiles } from "./scan-files.server";
import { sweepExports } from "./sweep-exports.server";
import { sweepUploads } from "./sweep-uploads.server";

/** What each kind of job does. Every step may be done twice: a job begins again after a stop. */
export const jobHandlers: JobHandlers = {
  "send-reminders": (context) => writePages(context, countRemindablePeople, writeReminders),

  "send-message-digests": (context) => writePages(context, countAwaited, writeDigests),

  "clean-up": async ({ inWork, progress }) => {
    const removed = await inWork(({ tx, now }) => deleteExpired(tx, now));
    await progress(1, 3);
    const pieces = await sweepUploads(inWork);
    await progress(2, 3);
    const exports = await sweepExports(inWork, await exportStore());
    await progress(3, 3);
    return { ...removed, pieces, ...exports };
  },

  "export-applications": async (context, data) =>
    exportApplications(context, data, {
      exports: await exportStore(),
      files: await fileStore(),
      folder: await exportWorkplace(),
    }),

  "scan-files": async (context) => scanFiles(context, await fileStore(), virusScanner()),
};

type WrittenPage = {
  readonly last: string | null;
  readonly people: number;
  readonly mails: number;
};

/** Writes to people page by page, each page a step of its own; `count` says how many there are at first. */
async function writePages(
  { inWork, progress }: JobContext,
  count: (tx: Work["tx"]) => Promise<number>,
  write: (work: Work, after: string | null) => Promise<WrittenPage>,
) {
  const total = await inWork(({ tx }) => count(tx));
  let people = 0;
  let mails = 0;
  let last: string | null = null;
  do {
    await progress(people, Math.max(total, people));
    const page: WrittenPage = await inWork((work) => write(work, last));
    ({ last } = page);
    people += page.people;
    mails += page.mails;
  } while (last !== null);
  await progress(people, people);
  return { people, mails };
}
