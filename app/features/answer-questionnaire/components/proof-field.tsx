import { useEffect, useRef, useState } from "react";
import { mayBeSent } from "~/domain/proof/scan";
import { fieldName } from "~/domain/questionnaire/parse-form-answer";
import type { QuestionOf } from "~/domain/questionnaire/types";
import { proofLimits, scanWords } from "~/features/proofs/labels";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import { paths } from "~/paths";
import { Button } from "~/ui/components/button";
import { FileField } from "~/ui/components/file-field";
import { FileRow } from "~/ui/components/file-row";
import { formatBytes, formatDate } from "~/ui/format";
import { filesName, removeProofName } from "../form-names";
import { readFiles, removeFile, sendFile } from "../send-proof";

type Props = {
  readonly applicationId: string;
  readonly question: QuestionOf<"file">;
  readonly label: React.ReactNode;
  readonly proofs: readonly ProofLine[];
  readonly error?: string;
  readonly onProofs: (questionId: string, proofs: readonly ProofLine[]) => void;
};

type Sending = { readonly name: string; readonly sent: number; readonly total: number };

/** Milliseconds between two looks at what the antivirus says. */
const lookAgain = 4_000;

/** While files wait for the antivirus, asks now and then whether it has read them. */
function useWaitingFiles(
  applicationId: string,
  questionId: string,
  proofs: readonly ProofLine[],
  onProofs: Props["onProofs"],
): void {
  const waiting = proofs.flatMap(({ id, scan }) => (scan === "waiting" ? [id] : [])).join();
  useEffect(() => {
    if (waiting === "") return;
    let isGone = false;
    const timer = setInterval(async () => {
      const known = await readFiles(applicationId);
      if (known && !isGone)
        onProofs(
          questionId,
          known.filter((proof) => proof.questionId === questionId),
        );
    }, lookAgain);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [applicationId, questionId, waiting, onProofs]);
}

/** The files of a question: limits first, then what is there, then a chooser that sends at once. */
export function ProofField({ applicationId, question, label, proofs, error, onProofs }: Props) {
  const [sending, setSending] = useState<Sending>();
  const [refusal, setRefusal] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const { id } = question;

  const send = async (files: readonly File[]) => {
    setRefusal(undefined);
    let kept = proofs;
    for (const file of files) {
      const result = await sendFile(applicationId, id, file, (sent, total) =>
        setSending({ name: file.name, sent, total }),
      );
      if (!result.ok) {
        setRefusal(result.message);
        break;
      }
      kept = result.proofs;
      onProofs(id, kept);
    }
    setSending(undefined);
    if (input.current) input.current.value = "";
  };
  useWaitingFiles(applicationId, id, proofs, onProofs);
  const remove = async (proofId: string) => {
    setRefusal(undefined);
    const result = await removeFile(applicationId, proofId);
    if (result.ok) {
      // The button that had the focus goes away with its file.
      input.current?.focus();
      onProofs(id, result.proofs);
    } else setRefusal(result.message);
  };

  const rows = proofs.map((proof) => (
    <FileRow
      key={proof.id}
      type={(proof.name.split(".").pop() ?? "").toUpperCase().slice(0, 4)}
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
            void remove(proof.id);
          }}
        >
          Retirer<span className="fr-sr-only"> {proof.name}</span>
        </Button>
      }
    />
  ));
  return (
    <FileField
      ref={input}
      name={filesName(id)}
      id={fieldName(id)}
      label={label}
      labelSize="question"
      optional={!question.required}
      hint={[question.help, proofLimits(question)].filter(Boolean).join(" ")}
      error={refusal ?? error}
      accept={question.formats.map((format) => `.${format}`).join(",")}
      multiple={question.maxFiles > 1}
      // Not disabled while it sends: a disabled control loses the focus.
      onClick={(event) => sending && event.preventDefault()}
      files={
        rows.length > 0 || sending ? (
          <>
            {rows}
            {sending ? (
              <FileRow
                type={(sending.name.split(".").pop() ?? "").toUpperCase().slice(0, 4)}
                name={sending.name}
                sending={{
                  ratio: sending.total === 0 ? 0 : sending.sent / sending.total,
                  text: `Envoi en cours, ${formatBytes(sending.sent)} sur ${formatBytes(sending.total)}`,
                }}
              />
            ) : null}
          </>
        ) : undefined
      }
      onChange={(event) => void send([...(event.currentTarget.files ?? [])])}
    />
  );
}
