import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";

type Props = {
  readonly values: { readonly [field: string]: string | undefined };
  readonly errors?: { readonly [field: string]: string };
};

/** Asks what a document prints, for whoever has no camera to read its code. */
export function VerificationForm({ values, errors }: Props) {
  return (
    <>
      <Breadcrumb
        items={[{ to: paths.home(), label: "Accueil" }, { label: "Vérifier un document" }]}
      />
      <PageTitle
        title="Vérifier un document"
        lead={
          "Un récépissé ou une candidature en PDF\u00a0: est-il authentique, est-il toujours en vigueur\u00a0?"
        }
      />
      <Sheet>
        <div className="jl-stack">
          <FormErrors errors={errors} title="La vérification n’a pas eu lieu" />
          <Form method="get" action={paths.verify()} noValidate className="jl-form">
            <TextField
              name="numero"
              label="Numéro de récépissé"
              hint="Par exemple&nbsp;: LLN-2026-0001"
              width="md"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={values.numero}
              error={errors?.numero}
            />
            <TextField
              name="empreinte"
              label="Empreinte courte"
              hint="Seize signes, imprimés au bas du document, sous le code"
              width="md"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={values.empreinte}
              error={errors?.empreinte}
            />
            <div className="jl-actions">
              <Button>Vérifier</Button>
            </div>
          </Form>
        </div>
      </Sheet>
    </>
  );
}
