import type { MessageSide } from "~/domain/message/vocabulary";
import { listContacts } from "~/features/application-file/contact.server";
import { recipientsOf } from "~/features/application-file/recipients-of.server";
import { type ApplicationFile, findLastSubmission } from "~db/repositories/applications.server";
import { findExamination } from "~db/repositories/corrections.server";
import { listWriters } from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";

/**
 * Who is told that a message waits, by the side that is to read it. A school: whoever submitted, its
 * responsible people, and those of it who wrote. Examiners: whoever began the examination and those who wrote; while
 * nobody did, everybody who may examine for its académie or ministry.
 */
export async function peopleToTell(
  work: Work,
  file: ApplicationFile,
  side: MessageSide,
): Promise<string[]> {
  const { id } = file.application;
  const writers = await listWriters(work.tx, id, side);
  if (side === "school") {
    const last = await findLastSubmission(work.tx, id);
    const submitter = last?.submittedBy ?? file.application.createdBy;
    const responsible = await recipientsOf(work, file, submitter);
    return [...responsible.map((person) => person.id), ...writers];
  }
  const examination = await findExamination(work.tx, id);
  const known = [...(examination ? [examination.openedBy] : []), ...writers];
  if (known.length > 0) return known;
  return (await listContacts(work, file)).map((person) => person.id);
}
