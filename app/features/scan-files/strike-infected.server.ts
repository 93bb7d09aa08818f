import { saveFileList } from "~/features/proofs/save-file-list.server";
import { lockAnswer } from "~db/repositories/answers.server";
import { findInfectedAnswer } from "~db/repositories/file-contents.server";
import type { Work } from "~db/work.server";

/**
 * Takes infected files out of the answer of one question of a draft that still lists them. False when
 * there is none left. Apart from the verdict: deposits lock an answer, then the content.
 */
export async function strikeInfected(work: Work): Promise<boolean> {
  const found = await findInfectedAnswer(work.tx);
  if (!found) return false;
  const target = { ...found, personId: work.actor.personId };
  const before = await lockAnswer(work.tx, target);
  await saveFileList(work, target, before);
  return true;
}
