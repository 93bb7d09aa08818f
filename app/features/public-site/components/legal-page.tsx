import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatList, nbsp } from "~/ui/format";

type Props = {
  readonly partners: readonly string[];
  readonly isDemonstration: boolean;
};

/** Who publishes the site, what may be reused, and under which terms. */
export function LegalPage({ partners, isDemonstration }: Props) {
  return (
    <>
      <Breadcrumb items={[{ to: paths.home(), label: "Accueil" }, { label: "Mentions légales" }]} />
      <PageTitle title="Mentions légales" />
      <div className="jl-page">
        <Sheet title="Éditeur">
          <div className="jl-prose">
            {isDemonstration ? (
              <p>
                Ce site est une démonstration. Les partenaires qu’il nomme ne l’éditent pas et ne
                l’ont pas approuvé{nbsp}: leurs noms donnent un exemple réaliste de campagne menée à
                plusieurs.
              </p>
            ) : (
              <p>{`Ce service est mené ensemble par ${formatList(partners)}. L’installation désigne le directeur de la publication et l’hébergeur, qui sont à compléter ici avant l’ouverture au public.`}</p>
            )}
          </div>
        </Sheet>
        <Sheet title="Logiciel">
          <div className="jl-prose">
            <p>
              Jalons est un logiciel libre, publié sous la licence publique de l’Union européenne
              (EUPL) version{nbsp}1.2. Il est fourni sans garantie, dans les limites de cette
              licence.
            </p>
          </div>
        </Sheet>
        <Sheet title="Données et images reprises">
          <div className="jl-prose">
            <ul>
              <li>{`Découpage administratif${nbsp}: Etalab, d’après l’Insee, Licence Ouverte.`}</li>
              <li>{`Fond de carte des départements${nbsp}: svg-maps, licence Creative Commons BY${nbsp}4.0.`}</li>
              <li>{`Chiffres publiés${nbsp}: chacun porte sa source et sa date sur le tableau de bord.`}</li>
              <li>{`Caractères Bricolage Grotesque et Source Sans${nbsp}3, licence SIL Open Font${nbsp}; pictogrammes Lucide, licence ISC.`}</li>
            </ul>
          </div>
        </Sheet>
        <Sheet title="Réutiliser nos données">
          <div className="jl-prose">
            <p>
              Le tableau de bord et les résultats se téléchargent au format CSV. Citez la source et
              la date, et gardez la mention «{nbsp}fictif{nbsp}» là où elle figure.
            </p>
            <p>
              <Anchor to={paths.dashboard()}>Ouvrir le tableau de bord</Anchor>
            </p>
          </div>
        </Sheet>
      </div>
    </>
  );
}
