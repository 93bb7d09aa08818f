import { useEffect, useRef } from "react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { ErrorSummary } from "~/ui/components/error-summary";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount } from "~/ui/format";
import type { JuryFileView } from "../jury-file-view.server";
import { BandList } from "./band-list";
import { FileSheet } from "./file-sheet";
import { ProposalPanel, type ProposalRefused } from "./proposal-panel";
import { SessionStrip } from "./session-strip";

type Props = {
  readonly view: JuryFileView;
  readonly refused: ProposalRefused | undefined;
  readonly isSaved: boolean;
};

/** One file before the jury: the ranking, the file, the decision. */
export function JuryFilePage({ view, refused, isSaved }: Props) {
  const { session } = view;
  const summary = useRef<HTMLDivElement>(null);
  const errors = Object.entries(refused?.errors ?? {}).map(([fieldId, message]) => ({
    fieldId: fieldId === "form" ? "contenu" : fieldId,
    message,
  }));
  useEffect(() => {
    if (refused) summary.current?.focus();
  }, [refused]);
  return (
    <div className="jl-page">
      <Breadcrumb
        items={[
          { to: paths.juries(), label: "Jury" },
          { to: paths.jury(session.slug), label: session.campaign },
          { label: view.school.name },
        ]}
      />
      <ErrorSummary ref={summary} errors={errors} title="La proposition n’est pas enregistrée" />
      {isSaved && !refused ? (
        <Alert tone="success" role="status" title="Proposition enregistrée">
          {`${session.scale === "levels" ? "Niveau proposé" : "Décision proposée"} pour ${formatCount(session.proposed, "dossier")} sur ${session.total}.`}
        </Alert>
      ) : null}
      <PageTitle kicker={session.campaign} title="Séance du jury" />
      <div className="jl-stack">
        <SessionStrip session={session} />
        <div className="jl-jury">
          <Sheet className="jl-jury__list">
            <BandList session={session} currentId={view.id} />
          </Sheet>
          <FileSheet view={view} />
          <ProposalPanel
            key={`${view.id}-${view.proposal?.version ?? 0}`}
            view={view}
            refused={refused}
          />
        </div>
      </div>
    </div>
  );
}
