import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button } from "~/ui/components/button";
import { ErrorSummary } from "~/ui/components/error-summary";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { formatDateTime } from "~/ui/format";
import { milestoneLabels, milestones, phaseLabels } from "../labels";
import type { CalendarView } from "../manage-view.server";

type Props = {
  readonly view: CalendarView;
  readonly errors?: { readonly [field: string]: string };
  readonly values?: { readonly [field: string]: string };
  readonly isSaved: boolean;
};

const optionalMilestones = new Set(["examinationEndsAt", "juryAt", "publishesAt"]);

/** A campaign's calendar: its form, its recorded changes, and the act of announcing it. */
export function CalendarPage({ view, errors = {}, values, isSaved }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const list = Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }));
  useEffect(() => {
    if (list.length > 0) summary.current?.focus();
  }, [list.length]);
  return (
    <>
      <Breadcrumb
        items={[{ to: paths.manageCampaigns(), label: "Gestion" }, { label: view.title }]}
      />
      <PageTitle
        kicker={phaseLabels[view.phase]}
        title={`Calendrier de ${view.title}`}
        lead="Les heures sont celles de Paris. La clôture est incluse à la seconde près."
      />
      {isSaved && list.length === 0 ? (
        <Alert tone="success">Le changement est enregistré.</Alert>
      ) : null}
      {view.isAnnounced ? null : <AnnounceSheet />}
      <Sheet title="Modifier le calendrier">
        <ErrorSummary ref={summary} errors={list} title="Le calendrier n’est pas enregistré" />
        <Form method="post" noValidate className="jl-form">
          <input type="hidden" name="intention" value="calendrier" />
          <input type="hidden" name="version" value={values?.version ?? view.version} />
          {milestones.map((name) => (
            <TextField
              key={name}
              name={name}
              label={milestoneLabels[name]}
              type="datetime-local"
              step={1}
              width="md"
              optional={optionalMilestones.has(name)}
              defaultValue={values?.[name] ?? view.calendar[name] ?? ""}
              error={errors[name]}
            />
          ))}
          <TextAreaField
            name="reason"
            label="Motif du changement"
            hint="Conservé au journal, avec votre nom et l’heure."
            defaultValue={values?.reason ?? ""}
            error={errors.reason}
          />
          <div className="jl-actions">
            <Button>Enregistrer le calendrier</Button>
          </div>
        </Form>
      </Sheet>
      <Changes changes={view.changes} />
    </>
  );
}

function AnnounceSheet() {
  return (
    <Sheet title="Annoncer la campagne">
      <p>
        Une fois annoncée, la campagne est publique ; elle reçoit des candidatures entre son
        ouverture et sa clôture. L’annonce ne s’annule pas.
      </p>
      <Form method="post">
        <input type="hidden" name="intention" value="annoncer" />
        <Button>Annoncer la campagne</Button>
      </Form>
    </Sheet>
  );
}

function Changes({ changes }: { readonly changes: CalendarView["changes"] }) {
  return (
    <Sheet title="Changements enregistrés">
      {changes.length === 0 ? (
        <p>Le calendrier n’a pas changé depuis l’import de la campagne.</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change.id}>
              <p>
                <strong>{formatDateTime(change.changedAt)}</strong>. {change.reason}
              </p>
              <ul>
                {milestones
                  .filter((name) => change.before[name] !== change.after[name])
                  .map((name) => (
                    <li key={name}>
                      {`${milestoneLabels[name]} : de « ${change.before[name] ?? "non fixée"} » à « ${change.after[name] ?? "non fixée"} »`}
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
