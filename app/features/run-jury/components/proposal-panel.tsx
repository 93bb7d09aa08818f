import { Form } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { levelLabel } from "~/features/examine-applications/labels";
import { Alert } from "~/ui/components/alert";
import { Button } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import type { JuryFileView } from "../jury-file-view.server";

export type ProposalRefused = {
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
};

type Props = { readonly view: JuryFileView; readonly refused: ProposalRefused | undefined };

/** The chair's decision for one file; jurors read it. */
export function ProposalPanel({ view, refused }: Props) {
  const { session, proposal } = view;
  if (session.canPropose) return <ProposalForm view={view} refused={refused} />;
  return (
    <Sheet title="Décision">
      {proposal ? (
        <>
          <LevelMark level={proposal.level as LevelValue} label={levelLabel(proposal.level)} />
          {proposal.reason ? <p className="jl-typed">{proposal.reason}</p> : null}
        </>
      ) : (
        <p>Le jury n’a pas encore proposé de niveau pour ce dossier.</p>
      )}
      <p className="jl-quiet">
        {session.isPublished
          ? "Les décisions de cette campagne sont publiées."
          : "La présidence du jury enregistre les propositions."}
      </p>
    </Sheet>
  );
}

function ProposalForm({ view, refused }: Props) {
  const { examined, knownLevels, proposal, followingId } = view;
  const initial = refused?.values.niveau ?? (proposal ? String(proposal.level) : undefined);
  const [chosen, setChosen] = useState(initial);
  const isDeviation = chosen !== undefined && chosen !== String(examined.level);
  return (
    <Sheet title="Décision">
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="version" value={proposal?.version ?? 0} />
        <RadioGroup
          name="niveau"
          label="Niveau proposé"
          rich
          defaultValue={initial}
          error={refused?.errors.niveau}
          onChange={(event) => setChosen(event.currentTarget.value)}
          choices={[...knownLevels, 0].map((level) => ({
            value: String(level),
            label: levelLabel(level),
            hint: level === examined.level ? "Niveau calculé" : undefined,
            mark: <LevelMark level={level as LevelValue} size="sm" />,
          }))}
        />
        {isDeviation ? (
          <Alert tone="warning">
            Cette proposition diffère du niveau calculé. Un motif est obligatoire.
          </Alert>
        ) : null}
        <TextAreaField
          name="motif"
          label="Motif"
          hint="Obligatoire si le niveau diffère du niveau calculé. Repris dans le courriel à l’établissement."
          optional={!isDeviation}
          rows={5}
          maxLength={2000}
          defaultValue={refused?.values.motif ?? proposal?.reason ?? ""}
          error={refused?.errors.motif}
        />
        <Button icon={ArrowRight} iconPosition="end">
          {followingId ? "Enregistrer et ouvrir le suivant" : "Enregistrer"}
        </Button>
        <p className="jl-quiet">
          La proposition reste un projet jusqu’à la publication, commune à tous les établissements.
        </p>
      </Form>
    </Sheet>
  );
}
