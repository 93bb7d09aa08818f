import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { startRuntime } from "~/http/runtime.server";
import { uploadsFolder } from "~/http/upload-endpoint.server";
import { listAwaited } from "~db/repositories/uploads.server";
import type { JobContext } from "./job-context.server";

const pageSize = 500;
/** A file is there a little before its upload is known. */
const youngest = 3_600_000;

/** Removes the pieces of files that are no longer awaited on this server; gives how many files. */
export async function sweepUploads(inWork: JobContext["inWork"]): Promise<number> {
  const folder = uploadsFolder((await startRuntime()).env.DATA_DIR);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const ids = [...new Set(names.map((name) => name.replace(/\.json$/, "")))];
  let swept = 0;
  for (let from = 0; from < ids.length; from += pageSize) {
    const page = ids.slice(from, from + pageSize);
    const { awaited, now } = await inWork(async (work) => ({
      awaited: await listAwaited(work.tx, page),
      now: work.now,
    }));
    for (const id of page) {
      if (awaited.has(id) || (await isYoung(join(folder, id), now))) continue;
      await rm(join(folder, id), { force: true });
      await rm(join(folder, `${id}.json`), { force: true });
      swept += 1;
    }
  }
  return swept;
}

async function isYoung(path: string, now: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && now.getTime() - found.mtimeMs < youngest;
}
