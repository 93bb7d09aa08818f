import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, LinkButton } from "~/ui/components/button";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatDateTime } from "~/ui/format";
import { milestoneLabels, milestones, phaseLabels } from "../labels";
import type { CalendarView } from "../manage-view.server";
import { CalendarForm } from "./calendar-form";

type Props = {
  readonly view: CalendarView;
  readonly errors?: { readonly [field: string]: string };
  readonly values?: { readonly [field: string]: string };
  readonly isSaved: boolean;
};

/** A campaign's calendar: its form, its recorded changes, and the act of announcing it. */
export function CalendarPage({ view, errors = {}, values, isSaved }: Props) {
  const isRefused = Object.keys(errors).length > 0;
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
      {isSaved && !isRefused ? <Alert tone="success">Le changement est enregistré.</Alert> : null}
      {view.isAnnounced ? null : <AnnounceSheet />}
      <Sheet title="Délais prolongés">
        <p>
          Donner plus de temps à un établissement ou à un territoire, sans changer la clôture des
          autres.
        </p>
        <LinkButton to={paths.extensions(view.slug)} variant="secondary">
          Voir et prolonger les délais
        </LinkButton>
      </Sheet>
      <Sheet title="Courriels">
        <p>Adapter les mots des courriels de cette campagne, et voir ce qu’ils donnent.</p>
        <LinkButton to={paths.mailTemplates(view.slug)} variant="secondary">
          Voir et modifier les courriels
        </LinkButton>
      </Sheet>
      <Sheet title="Modifier le calendrier">
        <CalendarForm
          key={view.version}
          calendar={view.calendar}
          version={view.version}
          errors={errors}
          values={values}
        />
      </Sheet>
      <Changes changes={view.changes} />
    </>
  );
}

function AnnounceSheet() {
  return (
    <Sheet title="Annoncer la campagne">
      <p>
        Une fois annoncée, la campagne est publique&nbsp;; elle reçoit des candidatures entre son
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
