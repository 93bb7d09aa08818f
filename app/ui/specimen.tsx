import { CircleHelp } from "lucide-react";
import { Breadcrumb } from "./components/breadcrumb";
import { Button } from "./components/button";
import { Footer } from "./components/footer";
import { Header, type Partner } from "./components/header";
import { Link } from "./components/link";
import { PageTitle } from "./components/page-title";
import { SkipLinks } from "./components/skip-links";
import { ActionsSpecimen } from "./specimen-parts/actions";
import { FieldsSpecimen, QuestionsSpecimen } from "./specimen-parts/fields";
import { FiguresSpecimen } from "./specimen-parts/figures";
import { ListSpecimen } from "./specimen-parts/list";
import { ConflictSpecimen, MessagesSpecimen, SaveBarSpecimen } from "./specimen-parts/messages";
import { TasksSpecimen } from "./specimen-parts/work";

const partners: Partner[] = [
  { name: "Région Occitanie", subtitle: "Lycées et numérique" },
  { name: "Académies de Toulouse et Montpellier", subtitle: "Délégations au numérique éducatif" },
];

/** Every component and state on one page, for development and for the accessibility check. */
export function Specimen({ conflictOpen }: { conflictOpen?: boolean }) {
  return (
    <>
      <SkipLinks />
      <Header
        brandTo="/"
        partners={partners}
        notice={
          <>
            <strong>Démonstration.</strong> Établissements, personnes et données de campagne
            fictifs, dans des communes réelles.
          </>
        }
        nav={[
          { to: "/composants", label: "Instruction", current: true },
          { to: "/composants?accompagnement", label: "Accompagnement" },
          { to: "/composants?jury", label: "Jury" },
          { to: "/composants?tableau", label: "Tableau de bord" },
          { to: "/composants?messages", label: "Messages", count: 3, countLabel: "non lus" },
        ]}
        tools={
          <Link to="#pied-de-page" icon={CircleHelp} iconPosition="start" size="sm">
            Aide
          </Link>
        }
        account={{
          initials: "NP",
          name: "Nadège Pujol",
          subtitle: "DANE de Toulouse",
          menu: (
            <form method="post">
              <Button variant="tertiary-no-outline" size="sm">
                Se déconnecter
              </Button>
            </form>
          ),
        }}
      />
      <main id="contenu" tabIndex={-1}>
        <div className="fr-container jl-page">
          <div>
            <Breadcrumb items={[{ to: "/", label: "Accueil" }, { label: "Composants et états" }]} />
            <PageTitle
              title="Composants et états"
              kicker="Développement"
              lead="Chaque composant, dans chacun de ses états."
            />
          </div>
          <TasksSpecimen />
          <div className="jl-grid jl-grid--two">
            <div className="jl-stack">
              <ActionsSpecimen />
              <FieldsSpecimen />
            </div>
            <div className="jl-stack">
              <MessagesSpecimen />
            </div>
          </div>
          <QuestionsSpecimen />
          <ListSpecimen />
          <FiguresSpecimen />
        </div>
      </main>
      <SaveBarSpecimen />
      <ConflictSpecimen open={conflictOpen} />
      <Footer
        partners={[...partners, { name: "DRAAF Occitanie", subtitle: "Enseignement agricole" }]}
        purpose="Jalons réunit la Région et les académies autour d’une même campagne : un questionnaire, des règles publiques, les mêmes chiffres pour tous."
        links={[
          { to: "/grille", label: "Grille publique" },
          { to: "/donnees-ouvertes", label: "Données ouvertes" },
        ]}
        legalLinks={[
          { to: "/accessibilite", label: "Accessibilité : non auditée" },
          { to: "/mentions-legales", label: "Mentions légales" },
        ]}
        credits="Fond de carte : svg-maps, CC BY 4.0."
      />
    </>
  );
}
