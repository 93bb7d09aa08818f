import { formatFigure } from "~/features/dashboard/format-figure";
import { paths } from "~/paths";
import { DepartementMap } from "~/ui/components/departement-map";
import { Link } from "~/ui/components/link";
import { formatCount, formatNumber, nbsp } from "~/ui/format";
import type { HomeView } from "../home-view.server";

type Share = NonNullable<HomeView["share"]>;

/** Where the submissions of the label campaign stand, département by département. */
export function ShareBand({ share }: { share: Share }) {
  const { total, entries, legend, campaign } = share;
  return (
    <section className="jl-band jl-band--surface jl-bleed" aria-labelledby="transmissions">
      <div className="jl-grid jl-grid--seven-five jl-grid--middle">
        <DepartementMap
          label="Part des lycées publics ayant transmis leur candidature, par département"
          entries={entries.map(({ code, name, figure, class: mapClass }) => ({
            code,
            name,
            class: mapClass,
            value: figure.value === null ? "n. c." : formatFigure(figure, "percent"),
            shortValue: figure.value === null ? "n. c." : formatNumber(Math.round(figure.value)),
            to: `${paths.dashboard()}?indicateur=candidatures-transmises&departement=${code}`,
          }))}
          legend={legend.map((item) => ({
            class: item.class,
            label: item.label,
            count: formatNumber(item.count),
          }))}
          note="Part des lycées publics ayant transmis, et nombre de départements."
        />
        <div className="jl-stack jl-stack--tight">
          <h2 id="transmissions">{headline(total.value ?? 0)}</h2>
          <p className="jl-second">{sentence(share)}</p>
          <p className="jl-second">{`Campagne «${nbsp}${campaign.title}${nbsp}».`}</p>
          <p>
            <Link to={paths.dashboard()} icon="arrow">
              Ouvrir le tableau de bord
            </Link>
          </p>
        </div>
      </div>
    </section>
  );
}

/** The share in everyday words, never more than the figure allows. */
function headline(percent: number): string {
  if (percent <= 0) return "Aucun lycée n’a encore transmis";
  if (percent < 20) return "Les premiers lycées ont transmis";
  if (percent < 40) return "Au moins un lycée sur cinq a déjà transmis";
  if (percent < 45) return "Au moins deux lycées sur cinq ont déjà transmis";
  if (percent < 50) return "Près d’un lycée sur deux a déjà transmis";
  if (percent <= 75) return "La moitié des lycées au moins ont déjà transmis";
  return percent < 100
    ? "Plus de trois lycées sur quatre ont transmis"
    : "Tous les lycées ont transmis";
}

function sentence({ total, entries }: Share): string {
  const submitted = total.numerator ?? 0;
  const sent = formatCount(submitted, "candidature transmise", "candidatures transmises");
  const whole = `${sent} sur ${formatCount(total.denominator ?? 0, "lycée public", "lycées publics")}, soit ${formatFigure(total, "percent")}.`;
  const known = entries
    .filter(({ figure }) => figure.value !== null)
    .sort((one, other) => (other.figure.value ?? 0) - (one.figure.value ?? 0));
  const first = known[0];
  const last = known[known.length - 1];
  if (!first || !last || first.figure.value === last.figure.value) return whole;
  return `${whole} Part la plus haute${nbsp}: ${first.name} (${formatFigure(first.figure, "percent")})${nbsp}; la plus basse${nbsp}: ${last.name} (${formatFigure(last.figure, "percent")}).`;
}
