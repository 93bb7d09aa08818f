import { environment } from "~/env.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import type { Recipient } from "~/features/application-file/recipients-of.server";
import { recipientsOf } from "~/features/application-file/recipients-of.server";
import type { ExaminedFile } from "~/features/examine-applications/read-examined-file.server";
import { paths } from "~/paths";
import { formatDateTime, frenchText } from "~/ui/format";
import { findExamination } from "~db/repositories/corrections.server";
import { enqueueMails, type OutgoingMail } from "~db/repositories/mails.server";
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
  const told = { title, reason, at: work.now, by: work.actor.name, file };
  const { id } = file.application;
  await enqueueMails(work.tx, [
    ...(await recipientsOf(work, file, submittedBy)).map((person) =>
      mailOf(person, told, paths.withdrawal(id)),
    ),
    ...(examiner ? [mailOf(examiner, told, paths.examination(file.campaign.slug, id))] : []),
  ]);
}

function mailOf(
  person: Recipient,
  told: {
    readonly title: string;
    readonly reason: string | null;
    readonly at: Date;
    readonly by: string;
    readonly file: ExaminedFile;
  },
  path: string,
): OutgoingMail {
  const { document, snapshot } = told.file;
  const campaign = `${document.title} ${document.edition}`;
  return {
    kind: "application.withdrawn",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: frenchText(`Candidature retirée : ${campaign}`),
    body: [
      "Bonjour,",
      "",
      `La candidature « ${told.title} » à la campagne « ${campaign} » a été retirée par ${told.by} le ${formatDateTime(told.at, { weekday: true })}, heure de Paris. Elle ne sera pas examinée.`,
      ...(told.reason ? ["", `Motif : ${told.reason}`] : []),
      "",
      `Ce qui avait été transmis (récépissé ${snapshot.receiptNumber}) reste lisible :`,
    ]
      .map(frenchText)
      .concat(`${environment().origins[0] ?? ""}${path}`)
      .join("\n"),
  };
}
