import { listUnfinishedUploads } from "~db/repositories/uploads.server";
import type { Work } from "~db/work.server";

/** A file that somebody began to send and may go on with: choosing it again is enough. */
export type UploadLine = {
  readonly id: string;
  readonly questionId: string;
  readonly name: string;
  /** Bytes of the whole. */
  readonly size: number;
};

/** What the actor has begun to send to an application and not ended. */
export async function uploadLines(work: Work, applicationId: string): Promise<UploadLine[]> {
  const { personId } = work.actor;
  const rows = await listUnfinishedUploads(work.tx, { applicationId, personId, now: work.now });
  return rows.map(({ id, questionId, name, size }) => ({ id, questionId, name, size }));
}
