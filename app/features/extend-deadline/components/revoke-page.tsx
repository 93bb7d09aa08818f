import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { formatDateTime, frenchText } from "~/ui/format";
import type { ExtensionLine } from "../extensions-view.server";
import { placeWords } from "./extensions-page";

type Props = {
  readonly view: ExtensionLine & { readonly slug: string; readonly title: string };
  readonly errors?: { readonly [field: string]: string } | undefined;
  readonly values?: { readonly [field: string]: string } | undefined;
};

/** Takes one decision back, with the reason that is written to those whom it concerned. */
export function RevokePage({ view, errors = {}, values = {} }: Props) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            { to: paths.manageCampaigns(), label: "Gestion" },
            { to: paths.extensions(view.slug), label: "Délais prolongés" },
            { label: "Retirer" },
          ]}
        />
        <PageTitle
          kicker={view.title}
          title="Retirer un délai"
          lead={frenchText(
            `${placeWords(view)}, jusqu’au ${formatDateTime(view.until, { weekday: true })}, heure de Paris. Motif : ${view.reason}`,
          )}
        />
      </div>
      <FormErrors errors={errors} title="Le délai n’est pas retiré" />
      {view.state !== "standing" ? (
        <Alert tone="info">
          <p>Cette décision n’est plus en cours&nbsp;: il n’y a rien à retirer.</p>
        </Alert>
      ) : (
        <Sheet title="Votre décision">
          <Form method="post" noValidate className="jl-form">
            <p>
              Le délai cesse aussitôt. Ce qui a été transmis à temps reste valable&nbsp;; les
              brouillons sont conservés.
            </p>
            <TextAreaField
              name="reason"
              label="Motif du retrait"
              hint="Conservé avec votre nom et l’heure, et écrit aux personnes concernées."
              defaultValue={values.reason ?? ""}
              error={errors.reason}
            />
            <ButtonGroup>
              <Button variant="danger">Retirer le délai</Button>
              <LinkButton to={paths.extensions(view.slug)} variant="tertiary">
                Annuler
              </LinkButton>
            </ButtonGroup>
          </Form>
        </Sheet>
      )}
    </div>
  );
}
