import { paths } from "~/paths";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";

/** A link that opens nothing: why, and the two ways on. */
export function UnusableLinkPage({
  title,
  text,
}: {
  readonly title: string;
  readonly text: string;
}) {
  return (
    <>
      <PageTitle title={title} lead={text} />
      <Sheet title="Continuer autrement">
        <p>
          Votre compte est déjà ouvert ? Connectez-vous, ou demandez un nouveau lien. Vous veniez
          d’une invitation ? La DANE de votre académie peut vous en envoyer une autre.
        </p>
        <ButtonGroup>
          <LinkButton to={paths.forgottenPassword()}>Demander un nouveau lien</LinkButton>
          <LinkButton to={paths.signIn()} variant="secondary">
            Se connecter
          </LinkButton>
        </ButtonGroup>
      </Sheet>
    </>
  );
}
