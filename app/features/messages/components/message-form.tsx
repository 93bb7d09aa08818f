import { Form, useNavigation } from "@remix-run/react";
import { longestMessage, messageFileLimits } from "~/domain/message/thread";
import { proofLimits } from "~/features/proofs/labels";
import { Button } from "~/ui/components/button";
import { FileField } from "~/ui/components/file-field";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { frenchText } from "~/ui/format";
import { useKeptText } from "~/ui/use-kept-text";
import type { MessagesView } from "../messages-view.server";
import type { RefusedMessage } from "./refused-message";

type Props = {
  readonly view: MessagesView;
  readonly refused: RefusedMessage | undefined;
};

const readers = {
  school: "Les personnes qui instruisent votre candidature le liront.",
  examination: "Toutes les personnes qui répondent à ce dossier le liront.",
} as const;

/** Writes a message and joins files to it. */
export function MessageForm({ view, refused }: Props) {
  const { side, id, ownLast } = view;
  const area = useKeptText(`jalons-message-${side}-${id}`, String(ownLast));
  const isSending = useNavigation().formData?.get("intention") === "envoyer";
  const last = view.messages.at(-1);
  return (
    <Sheet title="Écrire un message" id="ecrire">
      <Form method="post" encType="multipart/form-data" noValidate className="jl-form">
        <input type="hidden" name="intention" value="envoyer" />
        <input type="hidden" name="cle" value={view.key} />
        <input type="hidden" name="jusque" value={last?.number ?? 0} />
        <TextAreaField
          ref={area}
          name="message"
          label="Votre message"
          hint={frenchText(
            `${readers[side]} Un message envoyé ne se modifie plus ; un courriel l’annonce le lendemain matin s’il n’est pas lu.`,
          )}
          rows={6}
          maxLength={longestMessage}
          defaultValue={refused?.typed ?? ""}
          error={refused?.errors.message}
        />
        <FileField
          name="fichiers"
          label="Joindre des fichiers"
          optional
          multiple
          accept={messageFileLimits.formats.map((format) => `.${format}`).join(",")}
          hint={proofLimits(messageFileLimits)}
          error={refused?.errors.fichiers}
        />
        <div>
          <Button aria-disabled={isSending || undefined}>
            {isSending ? "Envoi en cours…" : "Envoyer le message"}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
