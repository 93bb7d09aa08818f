import { Form } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { retained } from "~/domain/jury/decision-scale";
import { outcomeLabel } from "~/features/application-file/outcome-label";
import { OutcomeMark } from "~/features/application-file/outcome-mark";
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
          <OutcomeMark scale={session.scale} level={proposal.level} />
          {proposal.reason ? <p className="jl-typed">{proposal.reason}</p> : null}
        </>
      ) : (
        <p>{`Le jury n’a pas encore proposé de ${session.scale === "levels" ? "niveau" : "décision"} pour ce dossier.`}</p>
      )}
      <p className="jl-quiet">
        {session.isPublished
          ? "Les décisions de cette campagne sont publiées."
          : "La présidence du jury enregistre les propositions."}
      </p>
    </Sheet>
  );
}

const formWords = {
  levels: {
    choice: "Niveau proposé",
    deviation: "Cette proposition diffère du niveau calculé. Un motif est obligatoire.",
    reason:
      "Obligatoire si le niveau diffère du niveau calculé. Repris dans le courriel à l’établissement.",
  },
  retention: {
    choice: "Décision proposée",
    deviation: "Un motif est obligatoire pour un projet non retenu.",
    reason: "Obligatoire pour un projet non retenu. Repris dans le courriel au candidat.",
  },
} as const;

function ProposalForm({ view, refused }: Props) {
  const { session, examined, outcomes, proposal, followingId } = view;
  const { scale } = session;
  const words = formWords[scale];
  const initial = refused?.values.niveau ?? (proposal ? String(proposal.level) : undefined);
  const [chosen, setChosen] = useState(initial);
  const expected = scale === "levels" ? examined.level : retained;
  const isDeviation = chosen !== undefined && chosen !== String(expected);
  return (
    <Sheet title="Décision">
      <Form method="post" noValidate className="jl-form">
        <input type="hidden" name="version" value={proposal?.version ?? 0} />
        <RadioGroup
          name="niveau"
          label={words.choice}
          rich
          defaultValue={initial}
          error={refused?.errors.niveau}
          onChange={(event) => setChosen(event.currentTarget.value)}
          choices={outcomes.map((level) => ({
            value: String(level),
            label: outcomeLabel(scale, level),
            ...(scale === "levels" && {
              hint: level === examined.level ? "Niveau calculé" : undefined,
              mark: <LevelMark level={level as LevelValue} size="sm" />,
            }),
          }))}
        />
        {isDeviation ? <Alert tone="warning">{words.deviation}</Alert> : null}
        <TextAreaField
          name="motif"
          label="Motif"
          hint={words.reason}
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
