import { formatDateTime, frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";

/** The mail that carries a link to choose a new password. */
export function resetMail(
  person: { readonly email: string; readonly givenName: string; readonly familyName: string },
  link: { readonly url: string; readonly expiresAt: Date },
): OutgoingMail {
  const until = formatDateTime(link.expiresAt, { weekday: true });
  return {
    kind: "person.password-reset",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: "Choisir un nouveau mot de passe",
    body: [
      "Bonjour,",
      "",
      frenchText("Un nouveau mot de passe a été demandé pour votre compte Jalons."),
      frenchText("Pour le choisir, ouvrez cette adresse :"),
      link.url,
      "",
      frenchText(`Elle sert une seule fois, jusqu’au ${until}, heure de Paris.`),
      frenchText("Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas."),
    ].join("\n"),
  };
}
