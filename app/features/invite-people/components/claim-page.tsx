import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { ConfirmationForm } from "~/ui/components/confirmation-form";
import { FormErrors } from "~/ui/components/form-errors";
import { PageTitle } from "~/ui/components/page-title";
import { TextField } from "~/ui/components/text-field";

type Props = {
  readonly email: string;
  readonly shortest: number;
  /** The account of a school's head; else of whoever acts for them. */
  readonly isHead: boolean;
  /** The account of somebody who answers, and submits nothing. */
  readonly isMember: boolean;
  readonly errors?: { readonly [field: string]: string };
  readonly values?: { readonly [field: string]: string };
};

/** The page of an invitation: who one is, and the password of the account it opens. */
export function ClaimPage({ email, shortest, isHead, isMember, errors = {}, values = {} }: Props) {
  return (
    <>
      <PageTitle
        title="Ouvrir votre compte"
        lead={
          isHead
            ? "Ce compte est celui du chef d’établissement\u00a0: il engage sa signature."
            : isMember
              ? "Ce compte vous est personnel\u00a0: vos réponses y gardent votre nom."
              : "Ce compte vous est personnel\u00a0: ce que vous transmettez engage l’établissement."
        }
      />
      <FormErrors errors={errors} title="Le compte n’est pas encore ouvert" />
      <ConfirmationForm confirm="Ouvrir le compte">
        <p>
          Adresse du compte : <strong>{email}</strong>
        </p>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          name="givenName"
          label="Prénom"
          autoComplete="given-name"
          defaultValue={values.givenName}
          error={errors.givenName}
        />
        <TextField
          name="familyName"
          label="Nom"
          autoComplete="family-name"
          defaultValue={values.familyName}
          error={errors.familyName}
        />
        <TextField
          name="password"
          label="Mot de passe"
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
        <p>
          Vos nom et adresse servent à suivre les candidatures de l’établissement :{" "}
          <Anchor to={paths.personalData()}>données personnelles</Anchor>.
        </p>
      </ConfirmationForm>
    </>
  );
}
