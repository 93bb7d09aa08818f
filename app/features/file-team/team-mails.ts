import { environment } from "~/env.server";
import { paths } from "~/paths";
import { formatDateTime, frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";
import type { IssuedLink } from "../single-use-links/issue-link.server";

type Recipient = {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
};

/** What every mail about a file's team tells. */
export type ToldOfFile = {
  readonly applicationId: string;
  readonly applicant: string;
  readonly campaign: string;
  readonly by: string;
};

const fileUrl = ({ applicationId }: ToldOfFile) =>
  `${environment().origins[0] ?? ""}${paths.application(applicationId)}`;

function mailTo(
  person: Recipient,
  mail: Pick<OutgoingMail, "kind" | "subject"> & { readonly lines: readonly string[] },
): OutgoingMail {
  return {
    kind: mail.kind,
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: frenchText(mail.subject),
    body: ["Bonjour,", "", ...mail.lines].join("\n"),
  };
}

/** Tells somebody that they are in a file, and for what; with a link for whoever has no account in use. */
export function invitedMail(
  person: Recipient,
  told: ToldOfFile & { readonly entrusted: string },
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
    : [frenchText("Le dossier vous attend ici :"), fileUrl(told)];
  return mailTo(person, {
    kind: "team.invited",
    subject: `Un dossier vous est confié, ${told.applicant}`,
    lines: [
      frenchText(
        `${told.by} vous invite dans la candidature de ${told.applicant} à « ${told.campaign} ».`,
      ),
      frenchText(`Ce qui vous est confié : ${told.entrusted}.`),
      frenchText("Vous pouvez lire tout le dossier. Chaque réponse garde le nom de son auteur."),
      "",
      ...way,
    ],
  });
}

/** Tells a member what they have from now on. */
export function changedMail(
  person: Recipient,
  told: ToldOfFile & { readonly entrusted: string },
): OutgoingMail {
  return mailTo(person, {
    kind: "team.changed",
    subject: `Ce qui vous est confié a changé, ${told.applicant}`,
    lines: [
      frenchText(
        `${told.by} a changé ce qui vous est confié dans la candidature de ${told.applicant} à « ${told.campaign} ».`,
      ),
      frenchText(`Désormais : ${told.entrusted}.`),
      "",
      fileUrl(told),
    ],
  });
}

/** Tells somebody that they are no longer in a file. */
export function removedMail(
  person: Recipient,
  told: ToldOfFile & { readonly reason: string | null },
): OutgoingMail {
  return mailTo(person, {
    kind: "team.removed",
    subject: `Vous n’êtes plus dans un dossier, ${told.applicant}`,
    lines: [
      frenchText(
        `${told.by} vous a retiré de la candidature de ${told.applicant} à « ${told.campaign} ». Vous n’y avez plus accès ; ce que vous y avez écrit reste, sous votre nom.`,
      ),
      ...(told.reason ? [frenchText(`Motif : ${told.reason}`)] : []),
      frenchText("Vos autres accès, s’il y en a, ne changent pas."),
    ],
  });
}
