import { environment } from "~/env.server";
import type { Recipient } from "~/features/application-file/recipients-of.server";
import { composeMails, type OwnTemplate } from "~/features/mail-templates/compose-mail";
import { paths } from "~/paths";
import { formatDate, frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";

type Asked = {
  readonly applicationId: string;
  readonly campaign: string;
  readonly dueOn: string;
  readonly message: string | null;
  readonly questions: readonly { readonly name: string; readonly reason: string }[];
};

const pageOf = (applicationId: string) =>
  `${environment().origins[0] ?? ""}${paths.completion(applicationId)}`;

/** The mail that asks for completion, one for each recipient. */
export function askedMails(
  own: OwnTemplate,
  recipients: readonly Recipient[],
  { applicationId, campaign, dueOn, message, questions }: Asked,
): OutgoingMail[] {
  return composeMails("completion.asked", own, recipients, {
    campagne: campaign,
    echeance: formatDate(dueOn, { weekday: true }),
    message: message ?? "",
    questions: questions.map(({ name, reason }) => `– ${name}\u00a0: ${reason}`).join("\n"),
    lien: pageOf(applicationId),
  });
}

/** The mail that tells of another due day, or that nothing is asked any more; one for each recipient. */
export function changedMails(
  own: OwnTemplate,
  recipients: readonly Recipient[],
  changed: Pick<Asked, "applicationId" | "campaign"> &
    ({ readonly dueOn: string } | { readonly cancelReason: string }),
): OutgoingMail[] {
  const { applicationId, campaign } = changed;
  const isExtended = "dueOn" in changed;
  return composeMails("completion.changed", own, recipients, {
    campagne: campaign,
    objet: isExtended ? "Nouvelle échéance de vos compléments" : "Compléments annulés",
    changement: frenchText(
      isExtended
        ? `Les compléments demandés sur votre candidature à la campagne « ${campaign} » sont désormais à transmettre au plus tard le ${formatDate(changed.dueOn, { weekday: true })} inclus.`
        : `La demande de compléments sur votre candidature à la campagne « ${campaign} » est annulée : vous n’avez rien à transmettre. Motif : ${changed.cancelReason}`,
    ),
    lien: pageOf(applicationId),
  });
}
