import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import { environment } from "~/env.server";
import type { Recipient } from "~/features/application-file/recipients-of.server";
import { paths } from "~/paths";
import { formatDateTime, formatNumber } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";

/** The mail that acknowledges a submission, one for each recipient. */
export function receiptMails(
  recipients: readonly Recipient[],
  submission: {
    readonly snapshot: SubmissionSnapshot;
    readonly sha256: string;
    readonly applicantName: string;
    /** It answers a request for completion: the examination may be well under way. */
    readonly isCompletion?: boolean;
  },
): OutgoingMail[] {
  const { snapshot, sha256, applicantName, isCompletion = false } = submission;
  const { campaign, evaluation, receiptNumber, submittedAt, submitter } = snapshot;
  const title = `${campaign.title} ${campaign.edition}`;
  const instant = formatDateTime(submittedAt, { weekday: true, seconds: true });
  const score =
    evaluation.score === null
      ? []
      : [
          `Score déclaré : ${formatNumber(evaluation.score, { decimals: 1 })} sur 100 (niveau déclaré : ${evaluation.level}).`,
        ];
  const address = `${environment().origins[0] ?? ""}${paths.receipt(snapshot.application.id)}`;
  return recipients.map((person) => ({
    kind: "submission.receipt",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: `Récépissé ${receiptNumber}\u00a0: ${title}`,
    body: [
      "Bonjour,",
      "",
      `La candidature « ${applicantName} » à la campagne « ${title} » a été transmise par ${submitter.name}.`,
      "",
      `Numéro de récépissé : ${receiptNumber}`,
      `Transmise le ${instant}, heure de Paris.`,
      ...score,
      `Empreinte SHA-256 : ${sha256}`,
      "",
      "Le récépissé, en page et en PDF, se trouve à cette adresse :",
      address,
      "",
      isCompletion
        ? "Elles remplacent ce qui était transmis jusque-là, dont le récépissé reste valable pour ce qu’il contient. L’instruction en tient compte."
        : "Les réponses transmises ne changent plus. L’instruction commence après la clôture.",
    ]
      .join("\n")
      .replace(/ ([:;?!»])/g, "\u00a0$1")
      .replace(/« /g, "«\u00a0"),
  }));
}
