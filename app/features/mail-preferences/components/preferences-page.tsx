import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button } from "~/ui/components/button";
import { Checkbox } from "~/ui/components/choice-field";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { frenchText } from "~/ui/format";
import { alwaysSent, topicLabels } from "../labels";
import type { MailPreferences } from "../mail-preferences.server";

type Props = { readonly preferences: MailPreferences; readonly isSaved: boolean };

/** « Mes courriels »: what one is written about, and what one always is. */
export function PreferencesPage({ preferences, isSaved }: Props) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[{ to: paths.workspace(), label: "Mon espace" }, { label: "Mes courriels" }]}
        />
        <PageTitle title="Mes courriels" lead={`Ils sont envoyés à ${preferences.email}.`} />
      </div>
      {isSaved ? (
        <Alert tone="success" role="status">
          Vos choix sont enregistrés.
        </Alert>
      ) : null}
      <div className="jl-grid jl-grid--two">
        <Sheet title="À votre choix">
          <Form method="post" className="jl-form">
            <fieldset className="fr-fieldset">
              <legend className="fr-fieldset__legend">Je souhaite recevoir</legend>
              {preferences.topics.map(({ topic, isOn }) => (
                <Checkbox
                  key={topic}
                  name="topic"
                  value={topic}
                  label={topicLabels[topic].label}
                  hint={frenchText(topicLabels[topic].hint)}
                  defaultChecked={isOn}
                />
              ))}
            </fieldset>
            <div>
              <Button>Enregistrer</Button>
            </div>
          </Form>
        </Sheet>
        <Sheet title="Toujours envoyés">
          <ul>
            {alwaysSent.map((line) => (
              <li key={line}>{frenchText(line)}</li>
            ))}
          </ul>
        </Sheet>
      </div>
    </div>
  );
}
