import { Form } from "@remix-run/react";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { Button } from "~/ui/components/button";
import { FormErrors } from "~/ui/components/form-errors";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";

type Props = {
  readonly isSent: boolean;
  readonly errors?: { readonly [field: string]: string };
  readonly values?: { readonly [field: string]: string };
};

/** Asks for a new password; the answer is the same whether the address has an account or not. */
export function RequestPage({ isSent, errors = {}, values = {} }: Props) {
  return (
    <>
      <Breadcrumb
        items={[{ to: paths.signIn(), label: "Se connecter" }, { label: "Mot de passe oublié" }]}
      />
      <PageTitle
        title="Mot de passe oublié"
        lead="Indiquez l’adresse de votre compte : un lien pour choisir un nouveau mot de passe y est envoyé."
      />
      <Sheet>
        {isSent ? (
          <div className="jl-stack">
            <Alert tone="success" title="Demande enregistrée" role="status">
              <p>
                Si un compte ouvert correspond à cette adresse, un courriel vient de lui être
                envoyé. Le lien qu’il contient sert une seule fois, pendant une heure.
              </p>
            </Alert>
            <p>
              Rien reçu après quelques minutes ? Vérifiez les courriers indésirables. Si votre
              compte n’a jamais été ouvert, utilisez votre invitation, ou demandez-en une nouvelle à
              la DANE de votre académie.
            </p>
            <Link to={paths.signIn()} icon="arrow">
              Revenir à la connexion
            </Link>
          </div>
        ) : (
          <div className="jl-stack">
            <FormErrors errors={errors} title="La demande n’a pas abouti" />
            <Form method="post" noValidate className="jl-form">
              <TextField
                name="email"
                label="Adresse électronique professionnelle"
                hint="Par exemple : prenom.nom@ac-exemple.fr"
                type="email"
                autoComplete="username"
                defaultValue={values.email}
                error={errors.email}
              />
              <div className="jl-actions">
                <Button>Recevoir un lien</Button>
              </div>
            </Form>
          </div>
        )}
      </Sheet>
    </>
  );
}
