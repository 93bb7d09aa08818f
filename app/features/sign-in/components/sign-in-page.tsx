import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { paths } from "~/paths";
import { Button } from "~/ui/components/button";
import { DefinitionList } from "~/ui/components/definition-list";
import { ErrorSummary } from "~/ui/components/error-summary";
import { Link } from "~/ui/components/link";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { TextField } from "~/ui/components/text-field";
import type { SignInView } from "../sign-in-view.server";

type Props = {
  readonly view: SignInView;
  readonly errors?: { readonly [field: string]: string };
  readonly values?: { readonly [field: string]: string };
};

/** The sign-in form; in demonstration, the accounts to try beside it. */
export function SignInPage({ view, errors = {}, values = {} }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  const list = Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }));
  useEffect(() => {
    if (list.length > 0) summary.current?.focus();
  }, [list.length]);
  return (
    <>
      <PageTitle
        title="Se connecter"
        lead="Avec l’adresse professionnelle qui a reçu l’invitation."
      />
      <div className="jl-grid jl-grid--two">
        <Sheet>
          <div className="jl-stack">
            <ErrorSummary ref={summary} errors={list} title="La connexion n’a pas abouti" />
            <Form method="post" noValidate className="jl-form">
              <TextField
                name="email"
                label="Adresse électronique professionnelle"
                hint="Par exemple&nbsp;: prenom.nom@ac-exemple.fr"
                type="email"
                autoComplete="username"
                defaultValue={values.email}
                error={errors.email}
              />
              <TextField
                name="password"
                label="Mot de passe"
                type="password"
                autoComplete="current-password"
                error={errors.password}
              />
              <div className="jl-actions">
                <Button>Se connecter</Button>
                <Link to={paths.forgottenPassword()}>Mot de passe oublié</Link>
              </div>
            </Form>
          </div>
        </Sheet>
        {view.demonstrationPassword ? (
          <Sheet title="Comptes de démonstration">
            <p>
              Personnes fictives. Mot de passe commun, public&nbsp;:{" "}
              <code>{view.demonstrationPassword}</code>
            </p>
            <DefinitionList
              variant="lines"
              items={view.demonstrationAccounts.map((account) => ({
                term: account.title,
                value: account.email,
              }))}
            />
          </Sheet>
        ) : null}
      </div>
    </>
  );
}
