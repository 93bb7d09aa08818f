import { Form } from "@remix-run/react";
import { FileHeading } from "~/features/application-file/file-heading";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { SelectField } from "~/ui/components/select-field";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { formatCount, frenchText } from "~/ui/format";
import { longestMessage } from "../labels";
import type { SectionReviewsView } from "../section-reviews-view.server";
import { OpenReviews } from "./open-reviews";

type Fields = { readonly [field: string]: string };
type Props = {
  readonly view: SectionReviewsView;
  /** What has just been done: `demande` or `relu`. */
  readonly done: string | null;
  readonly errors?: Fields | undefined;
  readonly values?: Fields | undefined;
};

const doneTitles: Readonly<Record<string, string>> = {
  demande: "Votre demande est enregistrée",
  relu: "Votre relecture est enregistrée",
};

/** Requests to read a section again: those that wait, and a form to make one. */
export function SectionReviewsPage({ view, done, errors, values }: Props) {
  const title = doneTitles[done ?? ""];
  return (
    <div className="jl-page">
      <FileHeading
        file={view}
        leaf="Relectures"
        lead={frenchText(
          "Faites relire une section par l’équipe avant de transmettre. Une relecture en attente se voit dans le dossier ; elle n’empêche pas de transmettre.",
        )}
      />
      <FormErrors errors={errors} title="La demande n’est pas enregistrée" />
      {title && !errors && (
        <Alert tone="success" title={title} role="status">
          {done === "demande"
            ? "L’équipe la voit sur l’accueil du dossier et dans la section."
            : "La section n’est plus à relire."}
        </Alert>
      )}
      <OpenReviews view={view} />
      {/* A form that was just sent is drawn anew, empty. */}
      <AskForm
        key={view.sections.map(({ review }) => review?.askedAt ?? "").join()}
        view={view}
        errors={errors}
        values={values}
      />
    </div>
  );
}

function AskForm({ view, errors = {}, values = {} }: Omit<Props, "done">) {
  const free = view.sections.filter(({ review }) => review === null);
  const started = free.filter(({ filled }) => filled > 0);
  if (started.length === 0) {
    return (
      <Sheet title="Demander une relecture">
        <p className="jl-second">
          {free.length === 0
            ? "Une relecture est déjà demandée pour chaque section."
            : frenchText(
                "Répondez d’abord à une section : vous pourrez ensuite demander sa relecture.",
              )}
        </p>
      </Sheet>
    );
  }
  // A choice that was refused stays chosen, even if it is not among those offered.
  const refused = view.sections.find(({ id }) => id === values.section);
  const offered =
    refused && errors.section && !started.includes(refused) ? [...started, refused] : started;
  return (
    <Sheet title="Demander une relecture">
      <Form method="post" noValidate className="jl-form">
        <SelectField
          name="section"
          label="Section à relire"
          hint={
            free.length > started.length
              ? `${formatCount(free.length - started.length, "section")} sans réponse ne figure${free.length - started.length > 1 ? "nt" : ""} pas dans la liste.`
              : undefined
          }
          emptyLabel="Choisir une section"
          defaultValue={values.section ?? ""}
          options={offered.map(({ id, number, title }) => ({
            value: id,
            label: `${number}. ${title}`,
          }))}
          error={errors.section}
        />
        <TextAreaField
          name="message"
          label="Ce qu’il faut regarder"
          optional
          hint={frenchText(
            `${longestMessage} caractères au plus. Exemple : « Les effectifs de la question 4.2 sont-ils les bons ? »`,
          )}
          rows={3}
          maxLength={longestMessage}
          defaultValue={values.message}
          error={errors.message}
        />
        <ButtonGroup>
          <Button>Demander une relecture</Button>
          <LinkButton to={paths.application(view.id)} variant="tertiary">
            Revenir au dossier
          </LinkButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}
