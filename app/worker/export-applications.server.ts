import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import type { ExportKind } from "~/domain/export/vocabulary";
import { questionNames } from "~/features/examine-applications/score-comparison";
import { openCsv } from "~/features/export-applications/csv-table.server";
import { openArchive } from "~/features/export-applications/file-archive.server";
import { openHashedFile } from "~/features/export-applications/hashed-file.server";
import { failures } from "~/features/export-applications/labels";
import { openOds } from "~/features/export-applications/ods-table.server";
import {
  type ExportPlan,
  planExport,
  type ReadApplication,
  readApplications,
} from "~/features/export-applications/read-applications.server";
import {
  beginExport,
  claimContent,
  completeExport,
  endExport,
  stopExport,
} from "~/features/export-applications/run-steps.server";
import type { OpenTable } from "~/features/export-applications/table-writer";
import { openXlsx, TooManyColumns } from "~/features/export-applications/xlsx-table.server";
import type { Content, FileStore } from "~/features/proofs/file-store";
import { isUuid } from "~db/repositories/applications.server";
import { writeExportProgress } from "~db/repositories/exports.server";
import { listScans } from "~db/repositories/file-contents.server";
import { type JobData, lockJob } from "~db/repositories/jobs.server";
import { isDatabaseUnavailable } from "~db/unavailable";
import { type JobContext, JobStopped } from "./job-context.server";

export type ExportStores = {
  /** Where exports are kept. */
  readonly exports: Pick<FileStore, "keep" | "remove">;
  /** Where proofs are read. */
  readonly files: Pick<FileStore, "read">;
  /** A folder of this process for files being written. */
  readonly folder: string;
};

const pageSize = 250;

/** Asked by who wanted the export, on their page. */
class ExportStopped extends Error {}
/** Ends an export with a reason that another try would not change. */
class ExportFailed extends Error {}

/**
 * Makes one export: reads its applications page after page, writes them to a file as they come, keeps the
 * file, tells who asked. Begun again from the start after a crash; nothing is left of what was half written.
 */
export async function exportApplications(
  context: JobContext,
  { exportId }: JobData,
  stores: ExportStores,
): Promise<JobData> {
  const id = String(exportId);
  if (!isUuid(id)) return { skipped: true };
  const workplace = join(stores.folder, id);
  await rm(workplace, { recursive: true, force: true });
  const row = await context.inWork((work) => beginExport(work, id, stores.exports));
  if (!row) return { skipped: true };
  try {
    await mkdir(workplace, { recursive: true, mode: 0o700 });
    const plan = await context.inWork((work) => planExport(work, row.request));
    if (!plan) throw new ExportFailed(failures.gone);
    const written = { context, id, plan, workplace, files: stores.files };
    const content = await writeFile(row.kind, written);
    await context.inWork((work) => claimContent(work, id, content.sha256));
    const kept = await stores.exports.keep(content);
    if (!kept.ok) throw new ExportFailed(failures[kept.reason]);
    const isReady = await context.inWork((work) =>
      completeExport(work, id, content, plan.ids.length),
    );
    if (!isReady) throw new ExportStopped();
    return { applications: plan.ids.length, size: content.size };
  } catch (error) {
    return await endOf(context, id, error);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

/** Writes how an export ended without a file; what the queue must know is thrown again. */
async function endOf(
  { inWork, id: jobId }: JobContext,
  id: string,
  error: unknown,
): Promise<JobData> {
  if (isDatabaseUnavailable(error)) throw error;
  if (error instanceof JobStopped && error.reason === "shutdown") throw error;
  if (error instanceof JobStopped) {
    await inWork((work) => endExport(work, id, { state: "cancelled" }));
    throw error;
  }
  if (error instanceof ExportStopped) {
    await inWork((work) => stopExport(work, id));
    return { cancelled: true };
  }
  if (error instanceof ExportFailed || error instanceof TooManyColumns) {
    const failure = error.message;
    await inWork((work) => endExport(work, id, { state: "failed", failure }));
    return { failure };
  }
  await inWork(async (work) => {
    const job = await lockJob(work.tx, jobId);
    const isLast = !job || job.retries >= job.retryLimit;
    const end = isLast
      ? ({ state: "failed", failure: failures.unexpected } as const)
      : ({ state: "waiting", failure: failures["try-again"] } as const);
    await endExport(work, id, end);
  });
  throw error;
}

type Writing = {
  readonly context: JobContext;
  readonly id: string;
  readonly plan: ExportPlan;
  readonly workplace: string;
  readonly files: Pick<FileStore, "read">;
};

const tables: Readonly<Record<Exclude<ExportKind, "zip">, OpenTable>> = {
  csv: openCsv,
  ods: openOds,
  xlsx: openXlsx,
};

async function writeFile(kind: ExportKind, writing: Writing): Promise<Content> {
  const file = await openHashedFile(join(writing.workplace, "export"));
  try {
    if (kind === "zip") await writeArchive(file.stream, writing);
    else await writeTable(tables[kind], file.stream, writing);
    return await file.content();
  } catch (error) {
    file.stream.destroy();
    throw error;
  }
}

async function writeTable(open: OpenTable, stream: Writable, writing: Writing): Promise<void> {
  const { columns } = writing.plan;
  const table = await open(
    stream,
    columns.map(({ title }) => title),
  );
  await eachPage(writing, async (page) => {
    for (const { exported } of page) await table.row(columns.map(({ cell }) => cell(exported)));
  });
  await table.end();
}

async function writeArchive(stream: Writable, writing: Writing): Promise<void> {
  const { plan, workplace, files, context } = writing;
  const archive = await openArchive(stream, {
    summaryPath: join(workplace, "sommaire.csv"),
    store: files,
    questionName: questionNames(plan.document),
  });
  await eachPage(writing, async (applications) => {
    const page = [...applications];
    const deposited = page.flatMap(({ proofs }) => proofs.map(({ sha256 }) => sha256));
    const scans = await context.inWork(({ tx }) => listScans(tx, deposited));
    for (const application of page) await archive.add(application, scans);
  });
  await archive.end();
}

/** Reads the plan's applications page after page, saying before each how far the export is. */
async function eachPage(
  { context, id, plan }: Writing,
  task: (page: Iterable<ReadApplication>) => Promise<void>,
): Promise<void> {
  const total = plan.ids.length;
  const say = async (done: number) => {
    await context.progress(done, total);
    const mayGoOn = await context.inWork(({ tx }) => writeExportProgress(tx, id, { done, total }));
    if (!mayGoOn) throw new ExportStopped();
  };
  for (let done = 0; done < total; done += pageSize) {
    await say(done);
    const ids = plan.ids.slice(done, done + pageSize);
    await task(await context.inWork((work) => readApplications(work, plan, ids)));
  }
  await say(total);
}
