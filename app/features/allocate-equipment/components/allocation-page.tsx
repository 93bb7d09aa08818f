import { useEffect, useRef } from "react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { EmptyState } from "~/ui/components/empty-state";
import { ErrorSummary } from "~/ui/components/error-summary";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatDate, formatList, nbsp } from "~/ui/format";
import type { AllocationView, PlanView } from "../allocation-view.server";
import { AdoptionForm, type FormState, ProposalForm } from "./allocation-forms";
import { PlanLines } from "./plan-lines";
import { MethodComparison, PlanTotals } from "./plan-summary";

export type Refused = FormState & { readonly intention: "calculer" | "adopter" };

const refusedTitles: Readonly<Record<Refused["intention"], string>> = {
  calculer: "La proposition n’a pas été calculée",
  adopter: "Le vote n’a pas été enregistré",
};

const untouched: FormState = { errors: {}, values: {} };

/** One allocation: its proposal and why, the form that computes it, the vote that adopts it. */
export function AllocationPage({ view, refused }: { view: AllocationView; refused?: Refused }) {
  const summary = useRef<HTMLDivElement>(null);
  const errors = Object.entries(refused?.errors ?? {});
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors.length]);
  const { plan, entitlement } = view;
  const isFormShown = refused?.intention === "adopter" ? view.mayAdopt : view.mayPropose;
  const stateOf = (intention: Refused["intention"]) =>
    refused?.intention === intention ? refused : untouched;
  return (
    <div className="jl-page">
      <Breadcrumb
        items={[{ to: paths.allocations(), label: "Dotation" }, { label: entitlement.label }]}
      />
      <PageTitle
        kicker={view.campaignTitle}
        title={entitlement.label}
        lead={`${entitlement.rule}. ${formatCount(view.entitledSchools, "établissement")} de ${levelsText(entitlement.levels)}.`}
      />
      <ErrorSummary
        ref={summary}
        title={refused ? refusedTitles[refused.intention] : undefined}
        errors={errors.map(([field, message]) => ({
          fieldId: isFormShown ? field : "contenu",
          message,
        }))}
      />
      {plan?.vote ? <VoteAlert vote={plan.vote} programmeSlug={plan.programmeSlug} /> : null}
      {plan ? (
        <>
          <PlanTotals plan={plan} unit={entitlement.unit} />
          <MethodComparison view={view} plan={plan} />
          <PlanLines plan={plan} />
        </>
      ) : (
        <Sheet>
          <EmptyState title="Aucune proposition calculée">
            {view.entitledSchools === 0
              ? "Aucun établissement n’a obtenu un niveau qui ouvre ce droit."
              : "Indiquez l’enveloppe et le prix d’une unité pour calculer la première."}
          </EmptyState>
        </Sheet>
      )}
      {view.mayPropose || view.mayAdopt ? (
        <div className="jl-grid jl-grid--two">
          {view.mayPropose ? (
            <ProposalForm key={`calcul-${plan?.id}`} view={view} state={stateOf("calculer")} />
          ) : null}
          {view.mayAdopt && plan ? (
            <AdoptionForm key={`vote-${plan.id}`} plan={plan} state={stateOf("adopter")} />
          ) : null}
        </div>
      ) : null}
      {view.otherEntitlements.length > 0 ? (
        <Sheet title="Autres dotations de cette campagne">
          <ul>
            {view.otherEntitlements.map(({ id, label }) => (
              <li key={id}>
                <Link to={`${paths.allocation(view.slug)}?droit=${id}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </div>
  );
}

function levelsText(levels: readonly number[]): string {
  return `niveau${nbsp}${formatList(levels.map(String))}`;
}

function VoteAlert({
  vote,
  programmeSlug,
}: {
  vote: NonNullable<PlanView["vote"]>;
  programmeSlug: string | null;
}) {
  return (
    <Alert tone="success" title="Dotation adoptée">
      <p>
        Délibération {vote.number} du {formatDate(vote.votedOn)}.
      </p>
      {programmeSlug ? (
        <p>
          <Link to={paths.rollout(programmeSlug)} icon="arrow">
            Suivre le déploiement
          </Link>
        </p>
      ) : null}
    </Alert>
  );
}
