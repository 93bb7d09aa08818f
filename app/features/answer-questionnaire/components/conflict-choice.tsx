import { useEffect, useRef, useState } from "react";
import type { PendingEdit } from "~/domain/application/save-queue";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import type { Question } from "~/domain/questionnaire/types";
import { Button } from "~/ui/components/button";
import { ConflictDialog } from "~/ui/components/conflict-dialog";
import { formatTime } from "~/ui/format";
import { focusQuestionIfLost } from "../question-focus";
import { differenceOf } from "../text-difference";

type Props = {
  readonly question: Question;
  readonly number?: string;
  readonly edit: PendingEdit;
  readonly onChoose: (keep: "mine" | "theirs" | "third") => void;
  readonly onLater: () => void;
};

/** Two versions of one answer, side by side. Nothing is sent before the person chooses. */
export default function ConflictChoice({ question, number, edit, onChoose, onLater }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isChosen = useRef(false);
  const [keep, setKeep] = useState<"mine" | "theirs">("mine");
  useEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    if (!shown.open) shown.showModal();
    // By its button or by the Escape key.
    const putOff = () => {
      if (isChosen.current) return;
      focusQuestionIfLost(question.id);
      onLater();
    };
    shown.addEventListener("close", putOff);
    return () => shown.removeEventListener("close", putOff);
  }, [onLater, question.id]);
  /** Closed before the choice is told: the browser gives the focus back, and the page may move it. */
  const choose = (chosen: "mine" | "theirs" | "third") => {
    isChosen.current = true;
    dialog.current?.close();
    focusQuestionIfLost(question.id);
    onChoose(chosen);
  };
  const { conflict } = edit;
  if (!conflict) return null;
  const author = conflict.isYours ? "vous, ailleurs" : conflict.author || "quelqu’un d’autre";
  const mine = formatAnswer(question, edit.value);
  const theirs = formatAnswer(question, conflict.value);
  const [markedMine, markedTheirs] = differenceOf(mine, theirs);
  return (
    <ConflictDialog
      ref={dialog}
      id="conflit"
      name="conflit-version"
      title={`Cette réponse a été modifiée par ${author}`}
      text={`Question ${number ?? ""}, « ${question.title} ». Vous avez écrit en même temps : rien n’est perdu, choisissez la version à garder.`}
      versions={[
        {
          value: "mine",
          title: "Votre version",
          detail: `non enregistrée, écrite à ${formatTime(edit.writtenAt)}`,
          content: <Marked parts={markedMine} />,
        },
        {
          value: "theirs",
          title: conflict.isYours ? "Votre autre version" : `Version de ${conflict.author}`,
          detail: conflict.savedAt
            ? `enregistrée à ${formatTime(conflict.savedAt)}`
            : "aucune réponse",
          content: <Marked parts={markedTheirs} />,
        },
      ]}
      onChoose={(value) => setKeep(value === "theirs" ? "theirs" : "mine")}
      actions={
        <>
          <Button type="button" onClick={() => choose(keep)}>
            {keep === "mine" ? "Garder votre version" : "Garder l’autre version"}
          </Button>
          <Button type="button" variant="secondary" onClick={() => choose("third")}>
            Écrire une troisième version
          </Button>
        </>
      }
      note="La version écartée reste dans l’historique de la question."
    />
  );
}

function Marked({ parts }: { readonly parts: readonly [string, string, string] }) {
  const [before, changed, after] = parts;
  if (before + changed + after === "") return <>Aucune réponse</>;
  return (
    <>
      {before}
      {changed ? <mark>{changed}</mark> : null}
      {after}
    </>
  );
}
