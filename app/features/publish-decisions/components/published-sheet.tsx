import { paths } from "~/paths";
import { DefinitionList } from "~/ui/components/definition-list";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatDateTime } from "~/ui/format";
import { actKindLabels } from "../labels";
import type { PublicationView } from "../publication-view.server";
import { LevelCounts } from "./level-counts";

type Props = {
  readonly view: PublicationView;
  readonly published: NonNullable<PublicationView["published"]>;
};

/** What was published, when, and by which acts. */
export function PublishedSheet({ view, published }: Props) {
  return (
    <Sheet title={`Décisions publiées le ${formatDateTime(published.at)}`}>
      <div className="jl-stack">
        <LevelCounts view={view} />
        <DefinitionList
          variant="lines"
          items={published.acts.map((act) => ({
            term: act.authorityTitle,
            value: `${actKindLabels[act.kind]} n°\u00a0${act.number} du ${formatDate(act.signedOn)}, signature de ${act.signatory}`,
          }))}
        />
        <p>
          <Link to={paths.results(view.slug)} icon="arrow">
            Voir les résultats publics
          </Link>
        </p>
      </div>
    </Sheet>
  );
}
