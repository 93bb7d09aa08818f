import { Form } from "@remix-run/react";
import { Button } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";

type Props = {
  readonly email: string;
  readonly shortest: number;
  readonly errors?: { readonly [field: string]: string };
};

/** The page of a forgotten password's link: the new password, typed twice. */
export function NewPasswordPage({ email, shortest, errors = {} }: Props) {
  return (
    <>
      <PageTitle
        title="Choisir un nouveau mot de passe"
        lead="Vous serez ensuite connecté ici, et déconnecté partout ailleurs."
      />
      <Sheet>
        <FormErrors errors={errors} title="Le mot de passe n’a pas changé" />
        <Form method="post" noValidate className="jl-form">
          <p>
            Compte : <strong>{email}</strong>
          </p>
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <TextField
            name="password"
            label="Nouveau mot de passe"
            hint={`Au moins ${shortest} caractères : une suite de mots convient bien.`}
            type="password"
            autoComplete="new-password"
            error={errors.password}
          />
          <TextField
            name="confirmation"
            label="Le même mot de passe, une seconde fois"
            type="password"
            autoComplete="new-password"
            error={errors.confirmation}
          />
          <div className="jl-actions">
            <Button>Enregistrer et se connecter</Button>
          </div>
        </Form>
      </Sheet>
    </>
  );
}
