import { mayBeSent } from "~/domain/proof/scan";
import { scanWords } from "~/features/proofs/labels";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import type { UploadLine } from "~/features/proofs/upload-lines.server";
import { paths } from "~/paths";
import { Button } from "~/ui/components/button";
import { FileRow } from "~/ui/components/file-row";
import { formatBytes, formatDate, frenchText } from "~/ui/format";
import { abandonUploadName, removeProofName } from "../form-names";
import type { Sending } from "./use-sending";

/** Three or four letters: PDF, ODT. */
const typeOf = (name: string) => (name.split(".").pop() ?? "").toUpperCase().slice(0, 4);

type ProofRowProps = {
  readonly applicationId: string;
  readonly proof: ProofLine;
  readonly onRemove: (proofId: string) => void;
};

/** A file that is there. */
export function ProofRow({ applicationId, proof, onRemove }: ProofRowProps) {
  return (
    <FileRow
      type={typeOf(proof.name)}
      name={proof.name}
      {...(mayBeSent(proof.scan) ? { to: paths.proof(applicationId, proof.id) } : {})}
      detail={`${formatBytes(proof.size)}, déposé le ${formatDate(proof.addedAt, { year: false })} par ${proof.author}`}
      scan={scanWords(proof.scan, proof.signature)}
      action={
        <Button
          name={removeProofName}
          value={proof.id}
          variant="tertiary-no-outline"
          size="sm"
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            onRemove(proof.id);
          }}
        >
          Retirer<span className="fr-sr-only"> {proof.name}</span>
        </Button>
      }
    />
  );
}

/** A file on its way, with what may be done about it. */
export function SendingRow({ sending }: { readonly sending: Sending }) {
  const { name, sent, total, isInterrupted } = sending;
  const figures = `${formatBytes(sent)} sur ${formatBytes(total)}`;
  return (
    <FileRow
      type={typeOf(name)}
      name={name}
      sending={{
        ratio: total === 0 ? 0 : sent / total,
        text: isInterrupted
          ? frenchText(`Connexion interrompue à ${figures} ; l’envoi reprendra seul`)
          : `Envoi en cours, ${figures}`,
      }}
      action={
        <Button type="button" variant="tertiary-no-outline" size="sm" onClick={sending.giveUp}>
          Annuler<span className="fr-sr-only"> l’envoi de {name}</span>
        </Button>
      }
    />
  );
}

type WaitingRowProps = {
  readonly line: UploadLine;
  readonly onAbandon: (line: UploadLine) => void;
};

/** A file whose sending was interrupted: choosing it again goes on with it. */
export function WaitingRow({ line, onAbandon }: WaitingRowProps) {
  return (
    <FileRow
      type={typeOf(line.name)}
      name={line.name}
      detail={frenchText(
        `${formatBytes(line.size)}, envoi interrompu. Choisissez à nouveau ce fichier : l’envoi reprendra où il en était.`,
      )}
      action={
        <Button
          name={abandonUploadName}
          value={line.id}
          variant="tertiary-no-outline"
          size="sm"
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            onAbandon(line);
          }}
        >
          Abandonner<span className="fr-sr-only"> l’envoi de {line.name}</span>
        </Button>
      }
    />
  );
}
