import type { Scope } from "~/domain/access/permissions";
import { exportActOf, isStillCovered, standingOf } from "~/domain/export/request";
import {
  type StatusWord,
  statusWords,
  type ViewWord,
  viewWords,
} from "~/features/examine-applications/schemas";
import { isUuid } from "~db/repositories/applications.server";
import {
  findRequestedExport,
  type ListedExport,
  listExports,
} from "~db/repositories/exports.server";
import { record } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";

const mostListed = 100;

/** The exports of who is there, with what may be done of each. */
export async function exportsView({ tx, actor, now }: Work, scope: Scope) {
  const rows = await listExports(tx, actor.personId, mostListed);
  return {
    rows: rows.map((row) => {
      const standing = standingOf(row, now);
      const isOpen = isStillCovered(row.request, scope);
      return {
        id: row.id,
        name: row.name,
        kind: row.kind,
        campaignSlug: row.campaignSlug,
        campaignTitle: row.campaignTitle,
        filter: filterOf(row),
        standing,
        done: row.done,
        total: row.total,
        size: row.size,
        failure: row.failure,
        askedAt: row.askedAt.toISOString(),
        expiresAt: row.expiresAt?.toISOString() ?? null,
        isShared: row.requesters > 1,
        /** The scope of who asked has changed since: the file is no longer theirs to read. */
        isClosed: !isOpen,
        canDownload: standing === "ready" && isOpen,
        act: exportActOf(standing),
      };
    }),
  };
}
export type ExportsView = Awaited<ReturnType<typeof exportsView>>;
export type ExportLine = ExportsView["rows"][number];

/** What the list was narrowed to, in the words of its address. */
function filterOf({ request }: ListedExport) {
  const { view, words, departement, status, declaredLevel } = request.filter;
  const wordOf = <Word extends string>(all: Readonly<Record<Word, string>>, value: string | null) =>
    (Object.keys(all) as Word[]).find((word) => all[word] === value) ?? null;
  return {
    view: wordOf<ViewWord>(viewWords, view),
    status: wordOf<StatusWord>(statusWords, status),
    words: words.join(" "),
    departement,
    level: declaredLevel,
  };
}

/**
 * The ready file to send to who asked for it, journaled; undefined when there is none, or when their scope is
 * no longer the one that was asked with.
 */
export async function exportToSend(work: Work, scope: Scope, id: string) {
  if (!isUuid(id)) return undefined;
  const row = await findRequestedExport(work.tx, id, work.actor.personId);
  if (!row || row.sha256 === null) return undefined;
  if (standingOf(row, work.now) !== "ready" || !isStillCovered(row.request, scope))
    return undefined;
  await record(work, {
    on: { kind: "export", id },
    action: "export.downloaded",
    after: { name: row.name, sha256: row.sha256 },
  });
  return { name: row.name, kind: row.kind, sha256: row.sha256 };
}
