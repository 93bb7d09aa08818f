import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { nbsp } from "~/ui/format";

/** What is known of accessibility, and what is not yet. */
export function AccessibilityPage() {
  return (
    <>
      <Breadcrumb items={[{ to: paths.home(), label: "Accueil" }, { label: "Accessibilité" }]} />
      <PageTitle
        title={`Accessibilité${nbsp}: non auditée`}
        lead="Aucun audit de conformité au référentiel général d’amélioration de l’accessibilité (RGAA) n’a encore été mené."
      />
      <div className="jl-page">
        <Sheet title="État de conformité">
          <div className="jl-prose">
            <p>
              Faute d’audit, Jalons est déclaré <strong>non conforme</strong> au RGAA. Cela ne veut
              pas dire que le service est inutilisable{nbsp}: cela veut dire que personne
              d’extérieur ne l’a vérifié critère par critère.
            </p>
          </div>
        </Sheet>
        <Sheet title="Ce que nous visons sur chaque page">
          <div className="jl-prose">
            <ul>
              <li>Tout se fait au clavier, sans souris et sans JavaScript.</li>
              <li>Aucune information n’est donnée par la couleur seule.</li>
              <li>Les cartes et les graphiques ont un tableau des mêmes valeurs.</li>
              <li>
                L’affichage suit vos réglages : clair, sombre ou contraste imposé par le système.
              </li>
              <li>Une erreur dit toujours quoi faire, et rien de ce qui est saisi n’est perdu.</li>
            </ul>
          </div>
        </Sheet>
        <Sheet title="Signaler une difficulté">
          <div className="jl-prose">
            <p>
              Écrivez à la délégation au numérique éducatif de votre académie, ou au délégué à la
              protection des données nommé dans la{" "}
              <Anchor to={paths.personalData()}>notice sur les données personnelles</Anchor>, en
              disant la page et ce qui vous a arrêté. Une réponse ou le contenu sous une autre forme
              vous est dû.
            </p>
            <p>Sans réponse satisfaisante, vous pouvez vous adresser au Défenseur des droits.</p>
          </div>
        </Sheet>
      </div>
    </>
  );
}
