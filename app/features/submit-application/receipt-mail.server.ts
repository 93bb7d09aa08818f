import type { SubmissionSnapshot } from "~/domain/application/snapshot";
import { environment } from "~/env.server";
import type { Recipient } from "~/features/application-file/recipients-of.server";
import { composeMails, type OwnTemplate } from "~/features/mail-templates/compose-mail";
import { paths } from "~/paths";
import { formatDateTime, formatNumber, frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";

/** The mail that acknowledges a submission, one for each recipient. */
export function receiptMails(
  own: OwnTemplate,
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
  const instant = formatDateTime(submittedAt, { weekday: true, seconds: true });
  return composeMails("submission.receipt", own, recipients, {
    campagne: `${campaign.title} ${campaign.edition}`,
    candidat: applicantName,
    auteur: submitter.name,
    recepisse: receiptNumber,
    instant: `${instant}, heure de Paris`,
    score:
      evaluation.score === null
        ? ""
        : frenchText(
            `Score déclaré : ${formatNumber(evaluation.score, { decimals: 1 })} sur 100 (niveau déclaré : ${evaluation.level}).`,
          ),
    empreinte: sha256,
    suite: isCompletion
      ? "Ces réponses remplacent ce qui était transmis jusque-là, dont le récépissé reste valable pour ce qu’il contient. L’instruction en tient compte."
      : "Les réponses transmises ne changent plus. L’instruction commence après la clôture.",
    lien: `${environment().origins[0] ?? ""}${paths.receipt(snapshot.application.id)}`,
  });
}
