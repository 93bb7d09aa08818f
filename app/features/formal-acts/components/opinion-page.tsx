import { Form } from "@remix-run/react";
import { opinions } from "~/domain/application/vocabulary";
import { opinionLabels } from "~/features/application-file/formal-words";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Button, ButtonGroup } from "~/ui/components/button";
import { RadioGroup } from "~/ui/components/choice-field";
import { DefinitionList } from "~/ui/components/definition-list";
import { FormErrors } from "~/ui/components/form-errors";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { formatDateTime, frenchText } from "~/ui/format";
import type { OpenOpinion } from "../opinion-view.server";

type Values = Readonly<Record<string, string>>;
type Props = {
  readonly view: OpenOpinion;
  readonly errors: Values | undefined;
  readonly values: Values | undefined;
};

/** What a collectivité reads and answers, by the link that it was sent. */
export function OpinionPage({ view, errors, values = {} }: Props) {
  return (
    <div className="jl-page">
      <FormErrors errors={errors} title="L’avis n’est pas enregistré" />
      <PageTitle
        kicker={view.campaign}
        title={view.given ? "Avis donné" : "Donner l’avis de votre collectivité"}
        lead={frenchText(`Pour ${view.authority}, sur la candidature de « ${view.applicant} ».`)}
      />
      {view.given && <GivenSheet given={view.given} />}
      <SummarySheet view={view} />
      {!view.given && <OpinionForm view={view} errors={errors} values={values} />}
    </div>
  );
}

function GivenSheet({ given }: { readonly given: NonNullable<OpenOpinion["given"]> }) {
  return (
    <>
      <Alert tone="success" title="Votre avis est enregistré">
        L’établissement en est prévenu. Il est transmis avec la candidature et ne change plus.
      </Alert>
      <Sheet title="L’avis">
        <DefinitionList
          variant="lines"
          items={[
            { term: "Avis", value: opinionLabels[given.opinion] },
            ...(given.reasons
              ? [{ term: "Motifs", value: <span className="jl-typed">{given.reasons}</span> }]
              : []),
            { term: "Donné par", value: given.by },
            { term: "Le", value: `${formatDateTime(given.at, { weekday: true })}, heure de Paris` },
          ]}
        />
      </Sheet>
    </>
  );
}

function SummarySheet({ view }: { readonly view: OpenOpinion }) {
  return (
    <Sheet title="Ce qui vous est demandé">
      <div className="jl-stack">
        <p>
          Dire si votre collectivité, propriétaire de l’équipement, est favorable à cette
          candidature. La décision revient aux autorités de la campagne.
        </p>
        <DefinitionList
          variant="lines"
          items={[
            ...view.schools.map(({ name, detail }, index) => ({
              term: view.schools.length === 1 ? "Établissement" : `Établissement ${index + 1}`,
              value: `${name}, ${detail}`,
            })),
            { term: "Campagne", value: view.campaign },
            { term: "Conduite par", value: view.partners.join(", ") },
          ]}
        />
        {view.summary && <p>{view.summary}</p>}
        <p>
          <Link to={paths.campaign(view.campaignSlug)} icon="arrow">
            Lire la présentation de la campagne
          </Link>
        </p>
        {view.applicationId && (
          <p>
            <Link to={paths.application(view.applicationId)} icon="arrow">
              Ouvrir la candidature
            </Link>
          </p>
        )}
      </div>
    </Sheet>
  );
}

function OpinionForm({ view, errors = {}, values = {} }: Props) {
  return (
    <Sheet title="Votre avis">
      <Form method="post" noValidate className="jl-form">
        <RadioGroup
          name="avis"
          label="Avis de la collectivité"
          choices={opinions.map((value) => ({ value, label: opinionLabels[value] }))}
          defaultValue={values.avis ?? ""}
          error={errors.avis}
        />
        <TextAreaField
          name="motifs"
          label="Motifs"
          hint="Obligatoires pour un avis défavorable ou avec réserves."
          defaultValue={values.motifs ?? ""}
          error={errors.motifs}
        />
        <TextField
          name="nom"
          label="Vos prénom et nom"
          autoComplete="name"
          defaultValue={values.nom ?? view.contact}
          error={errors.nom}
        />
        <TextField
          name="qualite"
          label="Votre fonction"
          hint="Celle au titre de laquelle vous engagez la collectivité."
          autoComplete="organization-title"
          defaultValue={values.qualite ?? ""}
          error={errors.qualite}
        />
        <p className="jl-second">
          {frenchText(
            `Votre nom, votre fonction et cet avis sont lus par l’établissement et par l’instruction, et conservés avec la candidature. Ce lien sert une seule fois, jusqu’au ${formatDateTime(view.expiresAt, { weekday: true })}.`,
          )}
        </p>
        <ButtonGroup>
          <Button size="lg">Donner cet avis</Button>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}
