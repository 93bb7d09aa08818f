import { useEffect, useRef } from "react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { LinkButton } from "~/ui/components/button";
import { ErrorSummary } from "~/ui/components/error-summary";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount } from "~/ui/format";
import { obstacleLabels, publicationRefusals } from "../labels";
import type { PublicationView } from "../publication-view.server";
import { ActsForm } from "./acts-form";
import { ConfirmForm } from "./confirm-form";
import { LevelCounts } from "./level-counts";
import { PublishedSheet } from "./published-sheet";

export type PublicationAnswer = {
  /** « confirm » once the acts are read and may be published. */
  readonly step: "acts" | "confirm";
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
};

type Props = { readonly view: PublicationView; readonly answer: PublicationAnswer | undefined };

/** The publication of a campaign: what blocks it, its acts, its confirmation, or what was published. */
export function PublicationPage({ view, answer }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const errors = Object.entries(answer?.errors ?? {}).map(([fieldId, message]) => ({
    fieldId: fieldId === "form" ? "contenu" : fieldId,
    message,
  }));
  useEffect(() => {
    if (answer) summary.current?.focus();
  }, [answer]);
  return (
    <div className="jl-page">
      <Breadcrumb
        items={[
          { to: paths.juries(), label: "Jury" },
          { to: paths.jury(view.slug), label: view.campaign },
          { label: "Publication" },
        ]}
      />
      <ErrorSummary ref={summary} errors={errors} title="Les décisions ne sont pas publiées" />
      <PageTitle
        kicker={view.campaign}
        title="Publication des décisions"
        lead="Toutes les décisions sont publiées en une fois, avec les actes qui les prennent."
      />
      <div className="jl-stack">
        <Content view={view} answer={answer} />
      </div>
    </div>
  );
}

function Content({ view, answer }: Props) {
  if (view.published) return <PublishedSheet view={view} published={view.published} />;
  if (view.refusal) return <Blocked view={view} refusal={view.refusal} />;
  if (answer?.step === "confirm") return <ConfirmForm view={view} values={answer.values} />;
  return (
    <>
      <Sheet title="Propositions du jury">
        <LevelCounts view={view} />
      </Sheet>
      <ActsForm view={view} errors={answer?.errors ?? {}} values={answer?.values ?? {}} />
    </>
  );
}

function Blocked({
  view,
  refusal,
}: {
  view: PublicationView;
  refusal: NonNullable<PublicationView["refusal"]>;
}) {
  return (
    <>
      <Alert tone="warning" title="La publication n’est pas encore possible">
        {publicationRefusals[refusal]}
      </Alert>
      {view.blocking.length > 0 ? (
        <Sheet title="Dossiers qui bloquent" aside={formatCount(view.blocking.length, "dossier")}>
          <ul className="jl-blocking">
            {view.blocking.map((file) => (
              <li key={file.id}>
                <strong>{file.name}</strong> <span className="jl-quiet">{file.uai}</span>
                {`\u00a0: ${obstacleLabels[file.obstacle].toLowerCase()}`}
              </li>
            ))}
          </ul>
          <p className="jl-after">
            <LinkButton to={paths.jury(view.slug)} variant="secondary">
              Revenir à la séance du jury
            </LinkButton>
          </p>
        </Sheet>
      ) : null}
    </>
  );
}
