import { useState } from "react";
import { Button } from "~/ui/components/button";
import { TextField } from "~/ui/components/text-field";
import { type SignInAgainResult, signInAgain } from "../send-save";

type Props = {
  readonly applicationId: string;
  readonly personId: string;
  readonly onSignedIn: () => void;
};

const refusals: Readonly<Record<Exclude<SignInAgainResult, "signed-in">, string>> = {
  refused: "L’adresse ou le mot de passe ne correspond pas. Vérifiez-les, puis réessayez.",
  "another-person":
    "Ce compte n’est pas celui qui répondait ici. Reconnectez-vous avec le vôtre pour envoyer vos réponses.",
  unreachable:
    "La connexion est interrompue. Réessayez dans un instant : vos réponses sont gardées.",
};

/** Signs in again without leaving the page; the answers that wait are sent afterwards. */
export default function SignInAgain({ applicationId, personId, onSignedIn }: Props) {
  const [refusal, setRefusal] = useState<string>();
  const [isSending, setSending] = useState(false);
  return (
    <form
      className="jl-sheet jl-form"
      id="se-reconnecter"
      aria-labelledby="se-reconnecter-titre"
      onSubmit={(event) => {
        event.preventDefault();
        setSending(true);
        void signInAgain(applicationId, personId, new FormData(event.currentTarget)).then(
          (result) => {
            setSending(false);
            if (result === "signed-in") onSignedIn();
            else setRefusal(refusals[result]);
          },
        );
      }}
    >
      <h2 id="se-reconnecter-titre" className="jl-sheet__title">
        Se reconnecter ici
      </h2>
      <p>
        Vos réponses sont gardées dans ce navigateur et seront envoyées dès que vous serez
        reconnecté.
      </p>
      <TextField
        name="email"
        id="reconnexion-adresse"
        label="Adresse électronique professionnelle"
        type="email"
        autoComplete="username"
        required
        error={refusal}
      />
      <TextField
        name="password"
        id="reconnexion-mot-de-passe"
        label="Mot de passe"
        type="password"
        autoComplete="current-password"
        required
      />
      <div>
        <Button disabled={isSending}>Se reconnecter</Button>
      </div>
    </form>
  );
}
