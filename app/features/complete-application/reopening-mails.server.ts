import { environment } from "~/env.server";
import type { Recipient } from "~/features/application-file/recipients-of.server";
import { composeMails, type OwnTemplate } from "~/features/mail-templates/compose-mail";
import { paths } from "~/paths";
import { formatDate, frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";

/** The mail that tells a school what was decided of its asking to change its application, one a recipient. */
export function decidedMails(
  own: OwnTemplate,
  recipients: readonly Recipient[],
  decided: {
    readonly applicationId: string;
    readonly campaign: string;
    /** The school's own words. */
    readonly asked: string;
    readonly accepted: boolean;
    readonly reason: string | null;
    readonly dueOn: string | null;
  },
): OutgoingMail[] {
  const { accepted, campaign, asked, reason, dueOn } = decided;
  const due = dueOn && formatDate(dueOn, { weekday: true });
  return composeMails("reopening.decided", own, recipients, {
    campagne: campaign,
    objet: accepted ? "Candidature ouverte à la modification" : "Modification refusée",
    demande: asked,
    decision: frenchText(
      accepted
        ? `L’instruction l’accepte : toutes les questions sont ouvertes jusqu’au ${due} inclus. Ce que vous aviez transmis reste valable tant que vous ne transmettez pas de nouveau.`
        : `L’instruction la refuse. Motif : ${reason}`,
    ),
    lien: `${environment().origins[0] ?? ""}${paths.completion(decided.applicationId)}`,
  });
}
