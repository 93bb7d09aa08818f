import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import type { TeamFormView } from "../file-team-view.server";

export type FormFields = { readonly [field: string]: string };

/** What a form of the team receives: its page, and what was refused with what was typed. */
export type TeamFormProps = {
  readonly view: TeamFormView;
  readonly errors?: FormFields | undefined;
  readonly values?: FormFields | undefined;
  readonly checked?: readonly string[] | undefined;
};

type Props = Pick<TeamFormProps, "view" | "errors"> & {
  readonly title: string;
  readonly lead: string;
  readonly refused: string;
  /** The button that does it. */
  readonly button: ReactNode;
  readonly children: ReactNode;
};

/** One form of a file's team: where one is, what it does, its fields, and the way back. */
export function FormShell({ view, errors, title, lead, refused, button, children }: Props) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.application(view.id), label: view.applicant },
            { to: paths.fileTeam(view.id), label: "Équipe du dossier" },
            { label: title },
          ]}
        />
        <PageTitle kicker={`${view.campaign}, ${view.applicant}`} title={title} lead={lead} />
      </div>
      <FormErrors errors={errors} title={refused} />
      <Sheet>
        <Form method="post" noValidate className="jl-form">
          {children}
          <ButtonGroup>
            {button}
            <LinkButton to={paths.fileTeam(view.id)} variant="tertiary">
              Annuler
            </LinkButton>
          </ButtonGroup>
        </Form>
      </Sheet>
    </div>
  );
}
