import { useEffect, useRef } from "react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { ErrorSummary } from "~/ui/components/error-summary";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import type { SchoolOwnerView } from "../school-owner-view.server";
import { CancelOwnerForm } from "./cancel-owner-form";
import { OwnerConfirm } from "./owner-confirm";
import { OwnerForm } from "./owner-form";
import { OwnerHistorySheet } from "./owner-history-sheet";

type Texts = Readonly<Record<string, string>>;

export type OwnerAnswer = {
  /** Which form was answered: the new decision, its confirmation, or a cancellation. */
  readonly step: "form" | "confirm" | "cancel";
  readonly errors: Texts;
  readonly values: Texts;
  /** The owner about to be recorded, in words. */
  readonly chosen?: string;
};

type Props = {
  readonly view: SchoolOwnerView;
  readonly answer: OwnerAnswer | undefined;
  /** First day of the decision whose cancellation was asked for. */
  readonly cancelling: string | null;
  readonly done: "recorded" | "cancelled" | null;
};

const doneWords = {
  recorded: "La décision est enregistrée.",
  cancelled: "La décision est annulée.",
} as const;

/** Who owned a school's equipment, and the decision that changes it. */
export function OwnerPage({ view, answer, cancelling, done }: Props) {
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
          { to: paths.schools(), label: "Établissements" },
          { to: paths.school(view.uai), label: view.name },
          { label: "Propriétaire des équipements" },
        ]}
      />
      <ErrorSummary ref={summary} errors={errors} title="Rien n’est enregistré" />
      {done && !answer ? (
        <Alert tone="success" role="status">
          {doneWords[done]}
        </Alert>
      ) : null}
      <PageTitle
        kicker={[view.name, view.communeName].filter(Boolean).join(", ")}
        title="Propriétaire des équipements"
        lead="Le propriétaire suit la règle par défaut jusqu’à ce qu’un acte en décide autrement. Un nouvel import de l’annuaire ne change jamais une décision."
      />
      <div className="jl-stack">
        <OwnerHistorySheet view={view} />
        <Forms view={view} answer={answer} cancelling={cancelling} />
      </div>
    </div>
  );
}

function Forms({ view, answer, cancelling }: Omit<Props, "done">) {
  const toCancel = answer?.step === "cancel" ? (answer.values.decision ?? null) : cancelling;
  const line = answer?.step === "form" || answer?.step === "confirm" ? undefined : toCancel;
  const cancelled = view.lines.find(
    ({ validFrom, isDecision }) => isDecision && validFrom === line,
  );
  if (answer?.step === "confirm") {
    return <OwnerConfirm view={view} values={answer.values} chosen={answer.chosen ?? ""} />;
  }
  if (cancelled) {
    return (
      <CancelOwnerForm
        view={view}
        line={cancelled}
        errors={answer?.errors ?? {}}
        values={answer?.values ?? {}}
      />
    );
  }
  return (
    <Sheet title="Enregistrer un autre propriétaire">
      <OwnerForm view={view} errors={answer?.errors ?? {}} values={answer?.values ?? {}} />
    </Sheet>
  );
}
