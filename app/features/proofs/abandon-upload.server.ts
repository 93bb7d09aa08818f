import { deleteUpload, findUpload } from "~db/repositories/uploads.server";
import type { Work } from "~db/work.server";

/** Gives up an upload of the actor; its pieces go with the nightly clean-up. False when there was none. */
export async function abandonUpload(work: Work, id: string): Promise<boolean> {
  const { personId } = work.actor;
  const upload = await findUpload(work.tx, { id, personId, now: work.now });
  if (!upload || upload.finishedAt) return false;
  await deleteUpload(work.tx, id);
  return true;
}
