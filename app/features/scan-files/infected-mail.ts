import { environment } from "~/env.server";
import type { Recipient } from "~/features/application-file/recipients-of.server";
import { paths } from "~/paths";
import { frenchText } from "~/ui/format";
import type { ProofOfContent } from "~db/repositories/file-contents.server";
import type { listActsOf } from "~db/repositories/formal-acts.server";
import type { OutgoingMail } from "~db/repositories/mails.server";
import type { MessageFileOfContent } from "~db/repositories/messages.server";

/** Tells who added a proof that a virus was found in it; undefined when nobody can be told. */
export function infectedMail(
  { author, name, applicationId, isDraft }: ProofOfContent,
  signature: string,
): OutgoingMail | undefined {
  if (!author) return undefined;
  const next = isDraft
    ? `Il ne compte plus comme preuve. Faites examiner votre ordinateur, puis joignez un autre fichier à la même question :`
    : "Il ne peut plus être ouvert par personne. La candidature transmise n’est pas modifiée ; le service instructeur voit ce refus :";
  return mailOf(author, { name, signature, next, to: paths.application(applicationId) });
}

/** Tells who sent a message that a virus was found in a file of it. */
export function infectedMessageMail(
  { author, name, applicationId, side, slug }: MessageFileOfContent,
  signature: string,
): OutgoingMail {
  const next =
    "Il ne peut plus être ouvert par personne. Faites examiner votre ordinateur, puis envoyez un autre fichier dans un nouveau message :";
  const to =
    side === "school"
      ? paths.messages(applicationId)
      : paths.examinationMessages(slug, applicationId);
  return mailOf(author, { name, signature, next, to });
}

/** Tells who recorded an act that a virus was found in its file. */
export function infectedActMail(
  { author, name, applicationId }: Awaited<ReturnType<typeof listActsOf>>[number],
  signature: string,
): OutgoingMail {
  const next =
    "L’acte enregistré avec ce fichier ne compte plus. Faites examiner votre ordinateur, puis joignez un autre fichier :";
  return mailOf(author, { name, signature, next, to: paths.formalActs(applicationId) });
}

function mailOf(
  author: Omit<Recipient, "id">,
  {
    name,
    signature,
    next,
    to,
  }: {
    readonly name: string;
    readonly signature: string;
    readonly next: string;
    readonly to: string;
  },
): OutgoingMail {
  return {
    kind: "proof.infected",
    toAddress: author.email,
    toName: `${author.givenName} ${author.familyName}`,
    subject: frenchText("Un fichier que vous avez joint est refusé"),
    body: [
      "Bonjour,",
      "",
      frenchText(
        `L’antivirus a reconnu « ${signature} » dans le fichier « ${name} » que vous avez joint.`,
      ),
      frenchText(next),
      `${environment().origins[0] ?? ""}${to}`,
    ].join("\n"),
  };
}
