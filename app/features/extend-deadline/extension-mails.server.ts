import { environment } from "~/env.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { paths } from "~/paths";
import { formatCount, formatDateTime, formatList, frenchText } from "~/ui/format";
import type { CampaignRow } from "~db/repositories/campaigns.server";
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
  const mails = people.map((person) => mailOf(campaign, person, decision));
  for (let start = 0; start < mails.length; start += mailsAtOnce) {
    await enqueueMails(work.tx, mails.slice(start, start + mailsAtOnce));
  }
}

function mailOf(campaign: CampaignRow, person: Concerned, told: ToldDecision): OutgoingMail {
  const document = documentOf(campaign);
  const title = `${document.title} ${document.edition}`;
  const instant = (at: Date) => `${formatDateTime(at, { weekday: true })}, heure de Paris`;
  const schools =
    person.schools.length > mostNamed
      ? formatCount(person.schools.length, "établissement")
      : formatList(person.schools);
  const isExtended = told.act === "extended";
  return {
    kind: "deadline.extended",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: frenchText(
      isExtended
        ? `Délai prolongé jusqu’au ${formatDateTime(person.endsAt)} : ${title}`
        : `Délai prolongé retiré : ${title}`,
    ),
    body: [
      "Bonjour,",
      "",
      isExtended
        ? `Les organisateurs de la campagne « ${title} » vous accordent un délai pour transmettre votre candidature : vous avez jusqu’au ${instant(person.endsAt)}.`
        : `Le délai qui courait jusqu’au ${instant(told.until)} pour la campagne « ${title} » est retiré. Ce qui a été transmis à temps reste valable.`,
      "",
      `Concerné : ${schools}.`,
      `Motif : ${told.reason}`,
      ...(isExtended
        ? []
        : [
            person.endsAt > campaign.closesAt
              ? `Un autre délai vous laisse jusqu’au ${instant(person.endsAt)}.`
              : `La clôture de la campagne est fixée au ${instant(campaign.closesAt)}.`,
          ]),
      "",
      "Vos candidatures :",
    ]
      .map(frenchText)
      .concat(`${environment().origins[0] ?? ""}${paths.applications()}`)
      .join("\n"),
  };
}
