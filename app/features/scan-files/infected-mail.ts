import { environment } from "~/env.server";
import { paths } from "~/paths";
import { frenchText } from "~/ui/format";
import type { ProofOfContent } from "~db/repositories/file-contents.server";
import type { OutgoingMail } from "~db/repositories/mails.server";

/** Tells who added a file that a virus was found in it; undefined when nobody can be told. */
export function infectedMail(
  { author, name, applicationId, isDraft }: ProofOfContent,
  signature: string,
): OutgoingMail | undefined {
  if (!author) return undefined;
  const next = isDraft
    ? `Il ne compte plus comme preuve. Faites examiner votre ordinateur, puis joignez un autre fichier à la même question :`
    : "Il ne peut plus être ouvert par personne. La candidature transmise n’est pas modifiée ; le service instructeur voit ce refus :";
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
      `${environment().origins[0] ?? ""}${paths.application(applicationId)}`,
    ].join("\n"),
  };
}
