import { environment } from "~/env.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import type { Recipient } from "~/features/application-file/recipients-of.server";
import { recipientsOf } from "~/features/application-file/recipients-of.server";
import type { ExaminedFile } from "~/features/examine-applications/read-examined-file.server";
import { composeMails } from "~/features/mail-templates/compose-mail";
import { paths } from "~/paths";
import { formatDateTime, frenchText } from "~/ui/format";
import { findExamination } from "~db/repositories/corrections.server";
import { findMailTemplate } from "~db/repositories/mail-templates.server";
import { enqueueMails } from "~db/repositories/mails.server";
import { findPerson } from "~db/repositories/people.server";
import type { Work } from "~db/work.server";

/** Writes to the applicant's responsible people, and to whoever began the examination. */
export async function tellWithdrawal(
  work: Work,
  file: ExaminedFile,
  { reason, submittedBy }: { readonly reason: string | null; readonly submittedBy: string },
): Promise<void> {
  const examination = await findExamination(work.tx, file.application.id);
  const examiner = examination && (await findPerson(work.tx, examination.openedBy));
  const title = applicantTitle(
    await nameSchools(work, file.schools, file.communes, file.departements),
  );
  const own = await findMailTemplate(work.tx, file.campaign.id, "application.withdrawn");
  const { id } = file.application;
  const { document, snapshot } = file;
  const mailsTo = (people: readonly Recipient[], path: string) =>
    composeMails("application.withdrawn", own, people, {
      campagne: `${document.title} ${document.edition}`,
      candidat: title,
      auteur: work.actor.name,
      instant: `${formatDateTime(work.now, { weekday: true })}, heure de Paris`,
      motif: reason ? frenchText(`Motif : ${reason}`) : "",
      recepisse: snapshot.receiptNumber,
      lien: `${environment().origins[0] ?? ""}${path}`,
    });
  await enqueueMails(work.tx, [
    ...mailsTo(await recipientsOf(work, file, submittedBy), paths.withdrawal(id)),
    ...mailsTo(examiner ? [examiner] : [], paths.examination(file.campaign.slug, id)),
  ]);
}
