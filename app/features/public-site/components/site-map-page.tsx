import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import type { SiteMapView } from "../legal-view.server";

type Entry = { readonly to: string; readonly label: string };

const service: readonly Entry[] = [
  { to: paths.home(), label: "Accueil" },
  { to: paths.signIn(), label: "Se connecter" },
  { to: paths.workspace(), label: "Mon espace" },
  { to: paths.dashboard(), label: "Tableau de bord" },
  { to: paths.verify(), label: "Vérifier un document" },
];

const legal: readonly Entry[] = [
  { to: paths.personalData(), label: "Données personnelles" },
  { to: paths.legal(), label: "Mentions légales" },
  { to: paths.accessibility(), label: "Accessibilité" },
];

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="jl-bullets">
      {entries.map(({ to, label }) => (
        <li key={to}>
          <Anchor to={to}>{label}</Anchor>
        </li>
      ))}
    </ul>
  );
}

/** Every public page. */
export function SiteMapPage({ view }: { view: SiteMapView }) {
  const campaigns = view.campaigns.flatMap(({ slug, title }) => [
    { to: paths.campaign(slug), label: title },
    { to: paths.grid(slug), label: `${title} : grille publique`.replace(" :", "\u00a0:") },
    { to: paths.results(slug), label: `${title} : résultats`.replace(" :", "\u00a0:") },
  ]);
  return (
    <>
      <Breadcrumb items={[{ to: paths.home(), label: "Accueil" }, { label: "Plan du site" }]} />
      <PageTitle title="Plan du site" />
      <div className="jl-page">
        <Sheet title="Le service">
          <Entries entries={service} />
        </Sheet>
        <Sheet title="Les campagnes">
          <Entries
            entries={[{ to: paths.campaigns(), label: "Toutes les campagnes" }, ...campaigns]}
          />
        </Sheet>
        <Sheet title="Informations légales">
          <Entries entries={legal} />
        </Sheet>
      </div>
    </>
  );
}
