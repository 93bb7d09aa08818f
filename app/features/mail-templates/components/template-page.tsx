import { Form } from "@remix-run/react";
import { longestBody, longestSubject, type MailTemplate } from "~/domain/mail/template";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, ButtonGroup } from "~/ui/components/button";
import { ConfirmationForm } from "~/ui/components/confirmation-form";
import { DefinitionList } from "~/ui/components/definition-list";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField, TextField } from "~/ui/components/text-field";
import { formatDateTime } from "~/ui/format";
import { doneWords } from "../labels";
import type { TemplateView } from "../templates-view.server";

/** A form that came back: refused, or with what its words give. */
export type TemplateAnswer = {
  readonly errors: Readonly<Record<string, string>>;
  readonly preview: MailTemplate | null;
  readonly typed: { readonly subject: string; readonly body: string } | null;
};

type Props = {
  readonly view: TemplateView;
  readonly answer: TemplateAnswer | undefined;
  /** What was just done. */
  readonly done: string | null;
};

/** The words of one kind of mail, what it may name, and what it gives. */
export function TemplatePage({ view, answer, done }: Props) {
  const said = answer ? undefined : doneWords[done ?? ""];
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.manageCampaigns(), label: "Gestion" },
            { to: paths.manageCalendar(view.slug), label: view.title },
            { to: paths.mailTemplates(view.slug), label: "Courriels" },
            { label: view.name },
          ]}
        />
        <PageTitle kicker={view.title} title={view.name} lead={view.sentWhen} />
      </div>
      <FormErrors errors={answer?.errors} title="Ces mots ne peuvent pas être pris tels quels" />
      {said ? <Alert tone="success" role="status" title={said} /> : null}
      <div className="jl-grid jl-grid--main">
        <div className="jl-stack">
          <WordsForm key={view.version} view={view} answer={answer} />
          <Preview mail={answer?.preview ?? view.preview} isTyped={Boolean(answer?.preview)} />
        </div>
        <div className="jl-stack jl-beside">
          <Sheet title="Ce qui se remplit">
            <DefinitionList
              variant="lines"
              items={view.variables.map(({ name, meaning, isRequired }) => ({
                term: `{{${name}}}`,
                value: isRequired ? `${meaning} (indispensable)` : meaning,
              }))}
            />
          </Sheet>
          {view.change?.isOwn ? (
            <ConfirmationForm
              title="Revenir au texte d’origine"
              intention="origine"
              confirm="Reprendre le texte d’origine"
              kept={{ version: String(view.version) }}
              note="Le journal de la campagne garde ces mots."
            >
              <p>{`Modifié le ${formatDateTime(view.change.at)} par ${view.change.by}.`}</p>
            </ConfirmationForm>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function WordsForm({ view, answer }: Pick<Props, "view" | "answer">) {
  const { words } = view;
  return (
    <Sheet title="Vos mots">
      <Form method="post" noValidate className="jl-form" preventScrollReset>
        <input type="hidden" name="version" value={view.version} />
        {words.subject === null ? null : (
          <TextField
            name="objet"
            label="Objet"
            maxLength={longestSubject}
            defaultValue={answer?.typed?.subject ?? words.subject}
            error={answer?.errors.objet}
          />
        )}
        <TextAreaField
          name="texte"
          label="Texte"
          hint="Texte simple. Une ligne dont tout ce qui se remplit est vide disparaît."
          rows={16}
          maxLength={longestBody}
          defaultValue={answer?.typed?.body ?? words.body}
          error={answer?.errors.texte}
        />
        <ButtonGroup>
          <Button name="intention" value="enregistrer">
            Enregistrer
          </Button>
          <Button variant="secondary" name="intention" value="apercu">
            Voir l’aperçu
          </Button>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}

function Preview({ mail, isTyped }: { readonly mail: MailTemplate; readonly isTyped: boolean }) {
  return (
    <Sheet title="Aperçu" id="apercu">
      <div className="jl-stack">
        <p className="jl-second" role="status">
          {isTyped
            ? "Ce que donnent les mots ci-dessus, avec des valeurs inventées. Ils ne sont pas encore enregistrés."
            : "Ce que donnent les mots en vigueur, avec des valeurs inventées."}
        </p>
        {mail.subject === null ? null : (
          <p>
            <strong>{mail.subject}</strong>
          </p>
        )}
        <p className="jl-typed">{mail.body}</p>
      </div>
    </Sheet>
  );
}
