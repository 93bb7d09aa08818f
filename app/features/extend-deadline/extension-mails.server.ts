import { environment } from "~/env.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { composeMails, type OwnTemplate } from "~/features/mail-templates/compose-mail";
import { paths } from "~/paths";
import { formatCount, formatDateTime, formatList, frenchText } from "~/ui/format";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { findMailTemplate } from "~db/repositories/mail-templates.server";
import { enqueueMails, type OutgoingMail } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import type { Concerned } from "./concerned-people.server";

/** What people are told: more time until an instant, or that it was taken back. */
export type ToldDecision = {
  readonly act: "extended" | "revoked";
  readonly until: Date;
  readonly reason: string;
};

const mostNamed = 5;
/** A driver sends at most 65,535 values a statement; a mail has five. */
const mailsAtOnce = 2_000;

/** One mail a person and deadline that a decision moved, in the transaction that records it. */
export async function tellConcerned(
  work: Work,
  campaign: CampaignRow,
  people: readonly Concerned[],
  decision: ToldDecision,
): Promise<void> {
  const own = await findMailTemplate(work.tx, campaign.id, "deadline.extended");
  const mails = people.flatMap((person) => mailsTo(campaign, own, person, decision));
  for (let start = 0; start < mails.length; start += mailsAtOnce) {
    await enqueueMails(work.tx, mails.slice(start, start + mailsAtOnce));
  }
}

function mailsTo(
  campaign: CampaignRow,
  own: OwnTemplate,
  person: Concerned,
  told: ToldDecision,
): OutgoingMail[] {
  const document = documentOf(campaign);
  const title = `${document.title} ${document.edition}`;
  const instant = (at: Date) => `${formatDateTime(at, { weekday: true })}, heure de Paris`;
  const isExtended = told.act === "extended";
  return composeMails("deadline.extended", own, [person], {
    campagne: title,
    objet: isExtended
      ? `Délai prolongé jusqu’au ${formatDateTime(person.endsAt)}`
      : "Délai prolongé retiré",
    decision: frenchText(
      isExtended
        ? `Les organisateurs de la campagne « ${title} » vous accordent un délai pour transmettre votre candidature : vous avez jusqu’au ${instant(person.endsAt)}.`
        : `Le délai qui courait jusqu’au ${instant(told.until)} pour la campagne « ${title} » est retiré. Ce qui a été transmis à temps reste valable.`,
    ),
    etablissements:
      person.schools.length > mostNamed
        ? formatCount(person.schools.length, "établissement")
        : formatList(person.schools),
    motif: told.reason,
    suite: isExtended
      ? ""
      : person.endsAt > campaign.closesAt
        ? `Un autre délai vous laisse jusqu’au ${instant(person.endsAt)}.`
        : `La clôture de la campagne est fixée au ${instant(campaign.closesAt)}.`,
    lien: `${environment().origins[0] ?? ""}${paths.applications()}`,
  });
}
