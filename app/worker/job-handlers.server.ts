import { writeReminders } from "~/features/send-reminders/write-reminders.server";
import { exportStore, exportWorkplace, fileStore } from "~/http/file-store.server";
import { virusScanner } from "~/http/virus-scanner.server";
import { deleteExpired } from "~db/repositories/clean-up.server";
import { countRemindablePeople } from "~db/repositories/reminders.server";
import { exportApplications } from "./export-applications.server";
import type { JobHandlers } from "./job-worker.server";
import { scanFiles } from "./scan-files.server";
import { sweepExports } from "./sweep-exports.server";
import { sweepUploads } from "./sweep-uploads.server";

/** What each kind of job does. Every step may be done twice: a job begins again after a stop. */
export const jobHandlers: JobHandlers = {
  "send-reminders": async ({ inWork, progress }) => {
    const total = await inWork(({ tx }) => countRemindablePeople(tx));
    let people = 0;
    let mails = 0;
    let last: string | null = null;
    do {
      await progress(people, Math.max(total, people));
      const page = await inWork((work) => writeReminders(work, last));
      ({ last } = page);
      people += page.people;
      mails += page.mails;
    } while (last !== null);
    await progress(people, people);
    return { people, mails };
  },

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
