import { ArrowLeft, ArrowRight } from "lucide-react";
import { Alert, Callout } from "../components/alert";
import { Button, LinkButton } from "../components/button";
import { ConflictDialog } from "../components/conflict-dialog";
import { EmptyState } from "../components/empty-state";
import { ErrorSummary } from "../components/error-summary";
import { Link } from "../components/link";
import { ProgressBar } from "../components/progress-bar";
import { SaveBar, SaveStatus } from "../components/save-bar";
import { Sheet } from "../components/sheet";

/** Alerts, save states, the empty state, progress. */
export function MessagesSpecimen() {
  return (
    <>
      <ErrorSummary
        errors={[
          { fieldId: "eleves", message: "Élèves concernés : indiquez un nombre entre 0 et 1 142" },
          { fieldId: "honneur", message: "Déclaration : cochez la case pour transmettre" },
        ]}
      />
      <Sheet title="Messages">
        <div className="jl-stack jl-stack--tight">
          <Alert tone="warning">
            Le questionnaire a changé : 2 questions ajoutées, aucune réponse perdue.
          </Alert>
          <Alert tone="success">Candidature transmise le 26 mars 2026 à 17 h 04 min 12 s.</Alert>
          <Alert>La date de clôture a été reportée pour votre lycée : 3 avril.</Alert>
          <Alert title="Pas de taux pour l’académie" titleLevel={3}>
            Seuls les pourcentages sont publiés, sans le nombre d’écoles.
          </Alert>
          <Callout title="Avis de l’instruction">
            « Pilotage solide et registre des traitements à jour. »
          </Callout>
        </div>
      </Sheet>
      <Sheet title="État de sauvegarde" aside="annoncé aux lecteurs d’écran">
        <div className="jl-stack jl-stack--tight">
          <SaveStatus state="saved" text="Enregistré à 14 h 32" detail="12 réponses sur 17" />
          <SaveStatus state="saving" text="Enregistrement…" detail="question 4.2" />
          <SaveStatus
            state="offline"
            text="Hors ligne : 3 réponses en attente"
            detail="gardées sur cet appareil, envoyées au retour du réseau"
          />
          <SaveStatus
            state="signed-out"
            text="Session expirée : 2 réponses en attente"
            detail={<a href="#champs">Se reconnecter ici</a>}
          />
          <SaveStatus
            state="refused"
            text="Une réponse n’a pas été acceptée"
            detail={<a href="#champs">Voir la question 4.1.1</a>}
          />
        </div>
      </Sheet>
      <Sheet title="Aucun résultat">
        <EmptyState
          title="Aucune candidature en retard"
          titleLevel={3}
          action={
            <LinkButton to="/composants" size="sm" variant="secondary">
              Voir les 38 à instruire
            </LinkButton>
          }
        >
          Toutes les échéances de cette vue sont tenues.
        </EmptyState>
      </Sheet>
      <Sheet title="Chargement">
        <ProgressBar
          ratio={0.496}
          label="Export"
          text="Export en cours, 12 400 lignes sur 25 000"
          isShown
        />
      </Sheet>
    </>
  );
}

/** The bar at the bottom of the questionnaire. */
export function SaveBarSpecimen() {
  return (
    <SaveBar
      state="saved"
      text="Enregistré à 14 h 32"
      detail="12 réponses sur 17 dans cette section"
      remaining={
        <Link to="#champs" icon="down" size="sm">
          5 <span className="jl-no-phone">questions obligatoires </span>restantes
        </Link>
      }
      actions={
        <>
          <Button variant="tertiary" icon={ArrowLeft}>
            Précédent
          </Button>
          <Button icon={ArrowRight} iconPosition="end">
            Enregistrer et continuer
          </Button>
        </>
      }
    />
  );
}

/** Closed unless told: a page may show it with `?conflit`. */
export function ConflictSpecimen({ open }: { open?: boolean }) {
  return (
    <ConflictDialog
      id="conflit"
      name="version"
      open={open}
      title="Cette réponse a été modifiée par Karim Benslimane"
      text="Question 4.4. Vous avez écrit en même temps : rien n’est perdu, choisissez la version à garder."
      versions={[
        {
          value: "mienne",
          title: "Votre version",
          detail: "non enregistrée, écrite à 14 h 33",
          content: (
            <>
              Les élèves <mark>comparent leurs cartes</mark>.
            </>
          ),
        },
        {
          value: "autre",
          title: "Version de Karim Benslimane",
          detail: "enregistrée à 14 h 31",
          content: (
            <>
              Les élèves <mark>les présentent à la classe</mark>.
            </>
          ),
        },
      ]}
      actions={
        <>
          <Button type="button">Garder votre version</Button>
          <Button type="button" variant="tertiary">
            Écrire une troisième version
          </Button>
        </>
      }
      note="La version écartée reste dans l’historique de la question."
    />
  );
}
