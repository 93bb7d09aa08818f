import { ArrowRight } from "lucide-react";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/components/button";
import { Link } from "~/ui/components/link";
import { TextField } from "~/ui/components/text-field";

/** The sign-in form of the home page: plain, sent to the sign-in page, which answers refusals. */
export function SignInCard({ isSignedIn }: { isSignedIn: boolean }) {
  if (isSignedIn) {
    return (
      <div className="jl-sheet jl-hero__card">
        <h2 className="jl-sheet__title">Vous êtes connecté</h2>
        <p>Retrouvez vos dossiers et ce qui vous attend.</p>
        <LinkButton to={paths.workspace()} icon={ArrowRight} iconPosition="end">
          Aller à mon espace
        </LinkButton>
      </div>
    );
  }
  return (
    <form className="jl-sheet jl-hero__card" method="post" action={paths.signIn()}>
      <h2 className="jl-sheet__title">Se connecter</h2>
      <TextField
        name="email"
        label="Adresse électronique professionnelle"
        type="email"
        autoComplete="username"
        required
      />
      <TextField
        name="password"
        label="Mot de passe"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button>Se connecter</Button>
      <Link to={paths.forgottenPassword()}>Mot de passe oublié</Link>
    </form>
  );
}
