import { useRef } from "react";
import type { ProofLine } from "~/features/proofs/proof-view.server";
import { Button } from "~/ui/components/button";
import { SelectField } from "~/ui/components/select-field";
import { formatBytes } from "~/ui/format";
import { reuseName, reuseProofName } from "../form-names";

type Props = {
  readonly questionId: string;
  /** Files of the application that the question would take. */
  readonly candidates: readonly ProofLine[];
  readonly onReuse: (proofId: string) => Promise<boolean>;
};

/** « Reprendre un fichier déjà joint »: a file of another question serves this one too. */
export function ReuseField({ questionId, candidates, onReuse }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  return (
    <div className="jl-reuse">
      <SelectField
        ref={select}
        name={reuseName(questionId)}
        label="Ou reprendre un fichier déjà joint"
        emptyLabel="Choisir…"
        options={candidates.map(({ id, name, size }) => ({
          value: id,
          label: `${name} (${formatBytes(size)})`,
        }))}
      />
      <Button
        name={reuseProofName}
        value={questionId}
        variant="secondary"
        formNoValidate
        onClick={(event) => {
          event.preventDefault();
          const chosen = select.current?.value;
          if (chosen) void onReuse(chosen);
          else select.current?.focus();
        }}
      >
        Joindre
      </Button>
    </div>
  );
}
