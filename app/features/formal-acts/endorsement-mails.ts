import { opinionLabels } from "~/features/application-file/formal-words";
import { formatDateTime, frenchText } from "~/ui/format";
import type { EndorsementRow } from "~db/repositories/formal-acts.server";
import type { OutgoingMail } from "~db/repositories/mails.server";

type Told = {
  readonly campaign: string;
  readonly applicant: string;
};

/** Asks the collectivité for its opinion, with the link that gives it. */
export function askMail(
  request: Pick<EndorsementRow, "authority" | "contactName" | "contactEmail">,
  told: Told & { readonly asker: string; readonly url: string; readonly expiresAt: Date },
): OutgoingMail {
  const until = formatDateTime(told.expiresAt, { weekday: true });
  return {
    kind: "endorsement.asked",
    toAddress: request.contactEmail,
    toName: request.contactName,
    subject: frenchText(`Votre avis sur une candidature : ${told.campaign}`),
    body: [
      "Bonjour,",
      "",
      frenchText(
        `${told.asker} demande l’avis de votre collectivité (${request.authority}) sur la candidature de « ${told.applicant} » à la campagne « ${told.campaign} ».`,
      ),
      frenchText("Pour lire ce qui est demandé et donner cet avis, ouvrez cette adresse :"),
      told.url,
      "",
      frenchText(`Elle sert une seule fois, jusqu’au ${until}, heure de Paris.`),
      frenchText("L’avis donné est transmis avec la candidature et ne se change plus."),
    ].join("\n"),
  };
}

/** Tells one of the school's people which opinion was given. */
export function givenMail(
  person: { readonly email: string; readonly givenName: string; readonly familyName: string },
  request: EndorsementRow,
  told: Told & { readonly url: string },
): OutgoingMail {
  const opinion = request.opinion ? opinionLabels[request.opinion].toLowerCase() : "";
  return {
    kind: "endorsement.given",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: frenchText(`Avis de la collectivité : ${told.campaign}`),
    body: [
      "Bonjour,",
      "",
      frenchText(
        `${request.giverName}, ${request.giverTitle}, a donné l’avis de ${request.authority} sur la candidature de « ${told.applicant} » : ${opinion}.`,
      ),
      ...(request.reasons ? ["", request.reasons] : []),
      "",
      frenchText("Il se lit ici :"),
      told.url,
    ].join("\n"),
  };
}
