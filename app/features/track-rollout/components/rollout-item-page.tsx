import { useEffect, useRef } from "react";
import { otherOwnerText } from "~/features/school-directory/labels";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { DeliveryLegend } from "~/ui/components/bars";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { DefinitionList } from "~/ui/components/definition-list";
import { ErrorSummary } from "~/ui/components/error-summary";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatNumber } from "~/ui/format";
import { standingAdvice } from "../labels";
import type { RolloutItemView } from "../rollout-item-view.server";
import { EventHistory } from "./event-history";
import { ProgressBar, StateBadge } from "./rollout-progress";
import { CorrectionForm, type FormState, StepForm } from "./step-form";

export type Refused = FormState & { readonly intention: "saisir" | "corriger" };

type Props = {
  readonly view: RolloutItemView;
  readonly refused?: Refused;
  /** The event being corrected, by the address. */
  readonly correctedId: string | null;
  readonly isSaved: boolean;
};

const untouched: FormState = { errors: {}, values: {} };

/** One school of a programme: where it stands, the form to record, its history. */
export function RolloutItemPage({ view, refused, correctedId, isSaved }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const errors = Object.entries(refused?.errors ?? {});
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors.length]);
  const { programme } = view;
  const stateOf = (intention: Refused["intention"]) =>
    refused?.intention === intention ? refused : untouched;
  const corrected = view.events.find((event) => event.id === correctedId && !event.isCorrection);
  return (
    <div className="jl-page">
      <Breadcrumb
        items={[
          { to: paths.rollouts(), label: "Déploiement" },
          { to: paths.rollout(programme.slug), label: programme.title },
          { label: view.schoolName },
        ]}
      />
      <PageTitle
        kicker={programme.title}
        title={view.schoolName}
        lead={[view.communeName, view.uai].filter(Boolean).join(" · ")}
        aside={<StateBadge state={view.state} daysLate={view.daysLate} />}
      />
      <ErrorSummary
        ref={summary}
        title="La saisie n’a pas été enregistrée"
        errors={errors.map(([field, message]) => ({
          fieldId: field === "eventId" ? "rightQuantity" : field,
          message,
        }))}
      />
      {isSaved && errors.length === 0 ? (
        <Alert tone="success" role="status">
          La saisie est enregistrée.
        </Alert>
      ) : null}
      {view.otherOwner ? (
        <Alert tone="warning" title="Équipement d’une autre collectivité">
          <p>{otherOwnerText(view.otherOwner)}.</p>
          <p>{standingAdvice[view.otherOwner.standing]}</p>
        </Alert>
      ) : null}
      <Sheet title="Avancement" aside={programme.unit}>
        <div className="jl-stack jl-stack--tight">
          <ProgressBar quantities={view} size="lg" />
          <DeliveryLegend />
          <DefinitionList
            items={[
              { term: "Prévu", value: formatNumber(view.planned) },
              { term: "Commandé", value: formatNumber(view.ordered) },
              { term: "Livré", value: formatNumber(view.delivered) },
              { term: "Installé", value: formatNumber(view.installed) },
              {
                term: "Livraison attendue",
                value: view.dueOn
                  ? `au plus tard le ${formatDate(view.dueOn)}`
                  : "date non communiquée",
              },
            ]}
          />
        </div>
      </Sheet>
      {view.mayRecord && corrected ? (
        <CorrectionForm
          view={view}
          event={corrected}
          state={stateOf("corriger")}
          backTo={paths.rolloutItem(programme.slug, view.id)}
        />
      ) : null}
      {view.mayRecord && !corrected ? (
        <StepForm key={view.version} view={view} state={stateOf("saisir")} />
      ) : null}
      <EventHistory view={view} />
    </div>
  );
}
