import { fieldName } from "~/domain/questionnaire/parse-form-answer";
import type { QuestionOf } from "~/domain/questionnaire/types";
import { proofLimits } from "~/features/proofs/labels";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import { reusableFor } from "~/features/proofs/reusable";
import type { UploadLine } from "~/features/proofs/upload-lines.server";
import { FileField } from "~/ui/components/file-field";
import { filesName } from "../form-names";
import { ProofRow, SendingRow, WaitingRow } from "./file-rows";
import { ReuseField } from "./reuse-field";
import { useSending } from "./use-sending";
import { useWaitingFiles } from "./use-waiting-files";

type Props = {
  readonly applicationId: string;
  readonly question: QuestionOf<"file">;
  readonly label: React.ReactNode;
  /** Every file of the application. */
  readonly files: readonly ProofLine[];
  readonly unfinished: readonly UploadLine[];
  readonly error?: string;
  readonly onProofs: (questionId: string, proofs: readonly ProofLine[]) => void;
};

/** The files of a question: limits first, then what is there, then choosers that send at once. */
export function ProofField({ applicationId, question, label, files, ...props }: Props) {
  const { id } = question;
  const { onProofs, unfinished, error } = props;
  const proofs = files.filter(({ questionId }) => questionId === id);
  const work = useSending({
    applicationId,
    questionId: id,
    unfinished: unfinished.filter(({ questionId }) => questionId === id),
    onProofs,
  });
  useWaitingFiles(applicationId, id, proofs, onProofs);
  const { sending, waiting } = work;
  const candidates = reusableFor(question, files);
  const hasRows = proofs.length + waiting.length > 0 || sending !== undefined;
  return (
    <FileField
      ref={work.input}
      name={filesName(id)}
      id={fieldName(id)}
      label={label}
      labelSize="question"
      optional={!question.required}
      hint={[question.help, proofLimits(question)].filter(Boolean).join(" ")}
      error={work.refusal ?? error}
      accept={question.formats.map((format) => `.${format}`).join(",")}
      multiple={question.maxFiles > 1}
      takesPhotos={question.formats.includes("jpg")}
      // Not disabled while it sends: a disabled control loses the focus.
      onClick={(event) => sending && event.preventDefault()}
      onFiles={(chosen) => void work.send(chosen)}
      files={
        hasRows ? (
          <>
            {proofs.map((proof) => (
              <ProofRow
                key={proof.id}
                applicationId={applicationId}
                proof={proof}
                onRemove={(proofId) => void work.remove(proofId)}
              />
            ))}
            {waiting.map((line) => (
              <WaitingRow
                key={line.id}
                line={line}
                onAbandon={(abandoned) => void work.abandon(abandoned)}
              />
            ))}
            {sending ? <SendingRow sending={sending} /> : null}
          </>
        ) : undefined
      }
    >
      <p className="fr-sr-only" role="status">
        {work.announced}
      </p>
      {candidates.length > 0 ? (
        <ReuseField questionId={id} candidates={candidates} onReuse={work.reuse} />
      ) : null}
    </FileField>
  );
}
