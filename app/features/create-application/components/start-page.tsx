import { Form } from "@remix-run/react";
import { describeSchool } from "~/features/application-file/describe-school";
import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { CheckboxGroup, type Choice, RadioGroup } from "~/ui/components/choice-field";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TimeLeft } from "~/ui/components/time-left";
import { formatCount, formatDateTime } from "~/ui/format";
import { longerWords } from "../labels";
import type { StartView } from "../start-view.server";

type Props = {
  readonly view: StartView;
  readonly errors?: { readonly [field: string]: string } | undefined;
  readonly chosen?: readonly string[] | undefined;
};

/** The page before the form: what to have at hand, how long, and for which schools. */
export function StartPage({ view, errors = {}, chosen = [] }: Props) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[{ to: paths.applications(), label: "Mes candidatures" }, { label: "Commencer" }]}
        />
        <PageTitle kicker={view.title} title="Avant de commencer" lead={view.summary} />
      </div>
      <FormErrors errors={errors} title="La candidature n’est pas commencée" />
      <div className="jl-grid jl-grid--seven-five">
        <Sheet title="Votre candidature">
          <Form method="post" noValidate className="jl-form">
            <SchoolChoice view={view} error={errors.uai} chosen={chosen} />
            <ButtonGroup>
              <Button>Commencer ma candidature</Button>
              <LinkButton to={paths.applications()} variant="tertiary">
                Annuler
              </LinkButton>
            </ButtonGroup>
          </Form>
        </Sheet>
        <Sheet title="À savoir">
          <div className="jl-prose">
            <p>
              {`À transmettre au plus tard le ${formatDateTime(view.closesAt, { weekday: true })}, heure de Paris${view.isExtended ? ", délai prolongé" : ""} (`}
              <TimeLeft now={view.now} until={view.closesAt} isShort isInSentence />
              {")."}
            </p>
            {view.longer.length > 0 && <p>{longerWords(view.longer)}</p>}
            {view.minutes !== null && (
              <p>
                {`Comptez environ ${durationText(view.minutes)}, en une ou plusieurs fois et à plusieurs : tout est enregistré au fur et à mesure.`.replace(
                  " :",
                  "\u00a0:",
                )}
              </p>
            )}
            {view.documents.length > 0 && (
              <>
                <h3>Documents à préparer</h3>
                <ul>
                  {view.documents.map((document) => (
                    <li key={document}>{document}</li>
                  ))}
                </ul>
              </>
            )}
            <h3>{formatCount(view.sections.length, "section")}</h3>
            <ol>
              {view.sections.map((section) => (
                <li key={section}>{section}</li>
              ))}
            </ol>
          </div>
        </Sheet>
      </div>
    </div>
  );
}

function SchoolChoice({
  view,
  error,
  chosen,
}: {
  view: StartView;
  error?: string | undefined;
  chosen: readonly string[];
}) {
  const choices: Choice[] = view.schools.map((school) => ({
    value: school.uai,
    label: school.name,
    hint: describeSchool(school),
  }));
  if (view.coversSeveral) {
    return (
      <CheckboxGroup
        name="uai"
        label={"Pour quelles écoles candidatez-vous\u00a0?"}
        choices={choices}
        defaultValue={choices.length === 1 ? [choices[0]?.value ?? ""] : chosen}
        error={error}
      />
    );
  }
  const only = choices.length === 1 ? choices[0] : undefined;
  return (
    <RadioGroup
      name="uai"
      label={"Pour quel établissement candidatez-vous\u00a0?"}
      choices={choices}
      defaultValue={only?.value ?? chosen[0] ?? ""}
      error={error}
      rich
    />
  );
}

function durationText(minutes: number): string {
  if (minutes < 60) return formatCount(minutes, "minute");
  const rest = minutes % 60;
  const hours = formatCount(Math.floor(minutes / 60), "heure");
  return rest === 0 ? hours : `${hours} et ${formatCount(rest, "minute")}`;
}
