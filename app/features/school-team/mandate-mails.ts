import type { MandateRole, RecordedRole } from "~/domain/access/mandates";
import { environment } from "~/env.server";
import { paths } from "~/paths";
import { formatDate, formatDateTime, frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";
import type { IssuedLink } from "../single-use-links/issue-link.server";
import { mandateNames } from "./labels";

type Recipient = {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
};

type Told = {
  readonly role: RecordedRole;
  readonly school: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly actReference: string;
  readonly by: string;
};

const powers: Readonly<Record<RecordedRole, string>> = {
  delegate:
    "Pendant cette période, vous pouvez répondre aux candidatures de l’établissement et les transmettre en son nom.",
  "acting-head":
    "Pendant cette période, vous agissez comme chef d’établissement : répondre, signer, transmettre, déléguer.",
};

/** Tells someone of their delegation or interim; with a link for whoever has no account in use. */
export function appointedMail(
  person: Recipient,
  told: Told,
  link: IssuedLink | null,
): OutgoingMail {
  const way = link
    ? [
        frenchText("Pour indiquer votre nom et choisir votre mot de passe, ouvrez cette adresse :"),
        link.url,
        "",
        frenchText(
          `Elle sert une seule fois, jusqu’au ${formatDateTime(link.expiresAt, { weekday: true })}, heure de Paris.`,
        ),
      ]
    : [
        frenchText("Connectez-vous comme d’habitude :"),
        `${environment().origins[0] ?? ""}${paths.signIn()}`,
      ];
  return {
    kind: `school.${told.role}-recorded`,
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: `${mandateNames[told.role]}, ${told.school}`,
    body: [
      "Bonjour,",
      "",
      frenchText(
        `${told.by} a enregistré pour vous la fonction « ${mandateNames[told.role]} » de ${told.school}, du ${formatDate(told.validFrom)} au ${formatDate(told.validUntil)} inclus (${told.actReference}).`,
      ),
      frenchText(powers[told.role]),
      "",
      ...way,
    ].join("\n"),
  };
}

/** Tells someone that their mandate over a school ends, and when. */
export function endedMail(
  person: Recipient,
  told: {
    readonly role: MandateRole;
    readonly school: string;
    readonly lastDay: string | null;
    readonly reason: string;
    readonly by: string;
  },
): OutgoingMail {
  const when = told.lastDay ? `le ${formatDate(told.lastDay)} au soir` : "aujourd’hui";
  return {
    kind: "school.mandate-ended",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: `Fin de fonction, ${told.school}`,
    body: [
      "Bonjour,",
      "",
      frenchText(
        `La fonction « ${mandateNames[told.role]} » que vous exercez pour ${told.school} prend fin ${when}. ${told.by} l’a enregistré.`,
      ),
      frenchText(`Motif : ${told.reason}`),
      frenchText("Vos autres accès, s’il y en a, ne changent pas."),
    ].join("\n"),
  };
}
