import { environment } from "~/env.server";
import { paths } from "~/paths";
import { formatDateTime, formatList, frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";

export type InvitedSchool = { readonly uai: string; readonly name: string };

type Recipient = { readonly email: string };

const namesOf = (schools: readonly InvitedSchool[]) =>
  formatList(schools.map(({ name, uai }) => `${name} (${uai})`));

/** The invitation of a head, with the link that opens their account. */
export function invitationMail(
  person: Recipient,
  schools: readonly InvitedSchool[],
  link: { readonly url: string; readonly expiresAt: Date },
  inviter: string,
): OutgoingMail {
  const until = formatDateTime(link.expiresAt, { weekday: true });
  return {
    kind: "person.invitation",
    toAddress: person.email,
    subject: "Ouvrir votre compte Jalons de chef d’établissement",
    body: [
      "Bonjour,",
      "",
      frenchText(`${inviter} vous invite à ouvrir le compte de chef d’établissement de :`),
      namesOf(schools),
      "",
      frenchText("Pour indiquer votre nom et choisir votre mot de passe, ouvrez cette adresse :"),
      link.url,
      "",
      frenchText(`Elle sert une seule fois, jusqu’au ${until}, heure de Paris.`),
      frenchText(
        "Si vous n’êtes pas le chef d’établissement, transmettez-lui ce courriel : le compte engage sa signature.",
      ),
    ].join("\n"),
  };
}

/** Tells an account already in use that it now covers another school. */
export function joinedMail(person: Recipient, schools: readonly InvitedSchool[]): OutgoingMail {
  return {
    kind: "person.headship-added",
    toAddress: person.email,
    subject: "Votre compte Jalons couvre un établissement de plus",
    body: [
      "Bonjour,",
      "",
      frenchText("Votre compte de chef d’établissement couvre désormais aussi :"),
      namesOf(schools),
      "",
      frenchText("Connectez-vous comme d’habitude :"),
      `${environment().origins[0] ?? ""}${paths.signIn()}`,
    ].join("\n"),
  };
}
