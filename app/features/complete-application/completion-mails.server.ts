import { environment } from "~/env.server";
import type { Recipient } from "~/features/application-file/recipients-of.server";
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

/** The mail that asks for completion, one for each recipient. */
export function askedMails(recipients: readonly Recipient[], asked: Asked): OutgoingMail[] {
  const due = formatDate(asked.dueOn, { weekday: true });
  return recipients.map((person) => ({
    kind: "completion.asked",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: `Compléments demandés\u00a0: ${asked.campaign}`,
    body: [
      "Bonjour,",
      "",
      `L’instruction de votre candidature à la campagne «\u00a0${asked.campaign}\u00a0» demande des compléments, à transmettre au plus tard le ${due} inclus.`,
      ...(asked.message ? ["", asked.message] : []),
      "",
      "Questions à compléter\u00a0:",
      ...asked.questions.map(({ name, reason }) => `– ${name}\u00a0: ${reason}`),
      "",
      "Ce qui est demandé et les questions ouvertes se trouvent à cette adresse\u00a0:",
      `${environment().origins[0] ?? ""}${paths.completion(asked.applicationId)}`,
      "",
      "Les autres réponses ne changent plus.",
    ].join("\n"),
  }));
}

/** The mail that tells of another due day, or that nothing is asked any more; one for each recipient. */
export function changedMails(
  recipients: readonly Recipient[],
  changed: Pick<Asked, "applicationId" | "campaign"> &
    ({ readonly dueOn: string } | { readonly cancelReason: string }),
): OutgoingMail[] {
  const { applicationId, campaign } = changed;
  const isExtended = "dueOn" in changed;
  return recipients.map((person) => ({
    kind: "completion.changed",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: frenchText(
      `${isExtended ? "Nouvelle échéance de vos compléments" : "Compléments annulés"} : ${campaign}`,
    ),
    body: [
      "Bonjour,",
      "",
      isExtended
        ? `Les compléments demandés sur votre candidature à la campagne « ${campaign} » sont désormais à transmettre au plus tard le ${formatDate(changed.dueOn, { weekday: true })} inclus.`
        : `La demande de compléments sur votre candidature à la campagne « ${campaign} » est annulée : vous n’avez rien à transmettre. Motif : ${changed.cancelReason}`,
      "",
      "Le détail se trouve à cette adresse :",
    ]
      .map(frenchText)
      .concat(`${environment().origins[0] ?? ""}${paths.completion(applicationId)}`)
      .join("\n"),
  }));
}
