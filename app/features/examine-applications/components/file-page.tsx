import { useEffect, useRef } from "react";
import { AdmissibilitySheet } from "~/features/application-file/admissibility-sheet";
import { ActDetails, OpinionDetails } from "~/features/application-file/formal-details";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { ErrorSummary } from "~/ui/components/error-summary";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import type { ExaminationView } from "../examination-view.server";
import { AnswerSheets, type ShownAnswers } from "./answer-sheets";
import { LevelSheet } from "./level-sheet";
import { ProgressPanel } from "./progress-panel";
import type { Refused } from "./refused";
import { ScoreSheet } from "./score-sheet";

type Props = {
  readonly view: ExaminationView;
  readonly refused: Refused | undefined;
  readonly isSaved: boolean;
  readonly shown: ShownAnswers;
};

/** One examined file: scores, reasons for the level, answers, and the examiner's acts. */
export function FilePage({ view, refused, isSaved, shown }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const errors = Object.entries(refused?.errors ?? {}).map(([fieldId, message]) => ({
    fieldId: fieldId === "form" ? "contenu" : fieldId,
    message,
  }));
  useEffect(() => {
    if (refused) summary.current?.focus();
  }, [refused]);
  const [first, ...others] = view.schools;
  const title = first ? first.name : "Candidature";
  return (
    <div className="jl-page">
      <Breadcrumb
        items={[
          { to: paths.examinations(), label: "Instruction" },
          { to: paths.examinationList(view.slug), label: view.campaign },
          { label: title },
        ]}
      />
      <ErrorSummary ref={summary} errors={errors} title="Rien n’a été enregistré" />
      {isSaved && !refused ? (
        <Alert tone="success" role="status" title="C’est enregistré">
          Les scores instruits tiennent compte de vos corrections.
        </Alert>
      ) : null}
      <PageTitle
        kicker={view.campaign}
        title={title}
        lead={[first?.detail, ...others.map((school) => `${school.name}, ${school.detail}`)]
          .filter(Boolean)
          .join(" ; ")}
      />
      <div className="jl-grid jl-grid--main">
        <div className="jl-stack">
          {view.formal ? <FormalSheets formal={view.formal} /> : null}
          <ScoreSheet view={view} />
          {view.levels.length > 0 ? <LevelSheet levels={view.levels} /> : null}
          <AnswerSheets view={view} refused={refused} shown={shown} />
        </div>
        <div className="jl-stack jl-beside">
          <ProgressPanel view={view} refused={refused} />
        </div>
      </div>
    </div>
  );
}

/** What is missing to be admissible, then the act and the opinion that are there. */
function FormalSheets({ formal }: { readonly formal: NonNullable<ExaminationView["formal"]> }) {
  const { admissibility, act, request } = formal;
  return (
    <>
      <AdmissibilitySheet view={admissibility} />
      {act ? (
        <Sheet title="Acte enregistré">
          <ActDetails act={act} />
        </Sheet>
      ) : null}
      {request ? (
        <Sheet title="Avis de la collectivité propriétaire">
          <OpinionDetails request={request} />
        </Sheet>
      ) : null}
    </>
  );
}
