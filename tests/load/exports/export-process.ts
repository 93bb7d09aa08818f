import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { system } from "~/domain/access/actor";
import { everywhere } from "~/domain/access/permissions";
import type { ExportKind } from "~/domain/export/vocabulary";
import { requestExport } from "~/features/export-applications/request-export.server";
import { openDiskStore } from "~/http/disk-store.server";
import { exportApplications } from "~/worker/export-applications.server";
import { jobContext } from "~/worker/job-context.server";
import { openServer } from "~db/client.server";
import { inWork } from "~db/work.server";
import { wholeList } from "~tests/factories/exported-list";
import { insertActor } from "~tests/factories/person";
import { measuredSlug } from "./fill-campaign";

export type ExportMeasure = {
  readonly applications: number;
  readonly bytes: number;
  readonly seconds: number;
  /** The most memory that the process held at once, in millions of bytes. */
  readonly peakMb: number;
};

/** One export in a process of its own, as the worker does it: `URL FOLDER KIND`. */
const [url = "", folder = "", kind = "csv"] = process.argv.slice(2);
const database = openServer(url, { maxConnections: 2 });
const journalKey = "clé de journal de la mesure";

const options = { actor: system, now: new Date(), journalKey };
const id = await inWork(database, options, async (work) => {
  const actor = await insertActor(work, [
    { role: "drane-officer", scopeKind: "everything", scopeCode: "" },
  ]);
  const form = { ...wholeList, campagne: measuredSlug, format: kind as ExportKind };
  const asked = await requestExport({ ...work, actor }, everywhere, form);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.id;
});

const since = performance.now();
const context = jobContext(randomUUID(), {
  database,
  journalKey,
  now: () => new Date(),
  signal: new AbortController().signal,
});
const result = await exportApplications(
  // Nobody is written to: no mail leaves after the last transaction.
  { ...context, inWork: (task) => inWork(database, options, task) },
  { exportId: id },
  {
    exports: openDiskStore(folder, "exports"),
    files: openDiskStore(folder, "files"),
    folder: join(folder, "export-work"),
  },
);
const measure: ExportMeasure = {
  applications: Number(result.applications),
  bytes: Number(result.size),
  seconds: (performance.now() - since) / 1000,
  peakMb: peakMemory(),
};
await database.close();
process.send?.(measure, () => process.exit(0));

/** Millions of bytes; from the kernel's own count, since `maxRSS` begins with what the parent held. */
function peakMemory(): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}
