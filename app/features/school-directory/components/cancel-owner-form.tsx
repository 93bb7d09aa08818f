import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Button, ButtonGroup, LinkButton } from "~/ui/components/button";
import { Sheet } from "~/ui/components/sheet";
import { TextAreaField } from "~/ui/components/text-field";
import { formatDate } from "~/ui/format";
import type { OwnerLine } from "../owner-lines.server";
import type { SchoolOwnerView } from "../school-owner-view.server";

type Texts = Readonly<Record<string, string>>;
type Props = {
  readonly view: SchoolOwnerView;
  readonly line: OwnerLine;
  readonly errors: Texts;
  readonly values: Texts;
};

/** Cancels one recorded decision, with its reason. */
export function CancelOwnerForm({ view, line, errors, values }: Props) {
  return (
    <Sheet title={`Annuler la décision du ${formatDate(line.validFrom)}`}>
      <Form method="post" noValidate className="jl-form">
        <p>
          {`${line.owner} ne sera plus propriétaire au titre de cette décision\u00a0: la précédente, ou à défaut la règle, reprend effet à partir du ${formatDate(line.validFrom)}.`}
        </p>
        <input type="hidden" name="decision" value={line.validFrom} />
        <input type="hidden" name="attendu" value={view.mark} />
        <TextAreaField
          name="motif"
          label="Motif de l’annulation"
          hint="Conservé au journal, avec votre nom et l’heure."
          rows={3}
          maxLength={500}
          defaultValue={values.motif}
          error={errors.motif}
        />
        <ButtonGroup>
          <Button name="intention" value="annuler" variant="danger">
            Annuler la décision
          </Button>
          <LinkButton to={paths.schoolOwner(view.uai)} variant="tertiary">
            Conserver la décision
          </LinkButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}
