import { FileHeading } from "~/features/application-file/file-heading";
import { levelName, plainLevel } from "~/features/application-file/level-name";
import { PrintButton } from "~/features/application-file/print-button";
import { paths } from "~/paths";
import { ButtonGroup, LinkButton } from "~/ui/components/button";
import { Gauge } from "~/ui/components/gauge";
import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { Sheet } from "~/ui/components/sheet";
import { formatCount, formatNumber, formatTime, pluralOf } from "~/ui/format";
import type { MaturityProfileView } from "../maturity-profile-view.server";
import { AxesSheet } from "./axes-sheet";
import { ConditionsSheet } from "./conditions-sheet";
import { Improvements } from "./improvements";

const points = (value: number) => formatNumber(value, { decimals: 1 });

/** Verdict and gauge, what is missing for the next level, its conditions, the axes. */
export function MaturityProfile({ view }: { view: MaturityProfileView }) {
  const isDraft = view.status === "draft";
  return (
    <div className="jl-page">
      <FileHeading
        file={view}
        leaf="Profil de maturité"
        kicker={view.campaign}
        lead={
          isDraft
            ? `${view.title}. Profil provisoire, calculé à ${formatTime(view.now)} sur ${formatCount(view.filled, "réponse")} de ${view.shown}. Les autorités de la campagne attribuent seules le niveau.`
            : `${view.title}. Profil déclaré, sur ${formatCount(view.filled, "réponse")} de ${view.shown}.`
        }
      />
      <VerdictSheet view={view} />
      <div className="jl-grid jl-grid--seven-five">
        <Improvements view={view} />
        <ConditionsSheet view={view} />
      </div>
      <AxesSheet view={view} />
      <ButtonGroup>
        <PrintButton>Imprimer le profil</PrintButton>
        <LinkButton to={paths.application(view.id)} variant="tertiary">
          Revenir au dossier
        </LinkButton>
      </ButtonGroup>
    </div>
  );
}

function VerdictSheet({ view }: { view: MaturityProfileView }) {
  return (
    <Sheet className="jl-verdict">
      <div className="jl-verdict__level">
        <LevelMark level={view.level as LevelValue} size="xl" />
        <div>
          <h2 className="jl-verdict__title">{levelName(view.level, view.levelTitle)}</h2>
          <p className="jl-second">{verdictOf(view)}</p>
        </div>
      </div>
      {view.score !== null && (
        <Gauge
          ratio={view.score / 100}
          value={points(view.score)}
          unit="sur 100"
          marks={view.marks.map((mark) => ({
            ratio: mark.min / 100,
            label: `Niveau\u00a0${mark.level}`,
            shortLabel: `N${mark.level}`,
            value: formatNumber(mark.min),
          }))}
          description={`Score global\u00a0: ${points(view.score)} sur 100. ${view.marks
            .map((mark) => `${plainLevel(mark.level)} à partir de ${formatNumber(mark.min)}`)
            .join(", ")}.`.replace(/ :/g, "\u00a0:")}
        />
      )}
    </Sheet>
  );
}

function verdictOf(view: MaturityProfileView): string {
  const start =
    view.status === "draft" ? "avec vos réponses actuelles." : "avec les réponses transmises.";
  if (!view.hasNext || !view.aimed) return `${start} C’est le plus haut niveau de la campagne.`;
  const unmet = view.conditions.filter((condition) => !condition.isMet).length;
  const count = `${formatCount(unmet, "condition")} ${pluralOf(unmet, "manque", "manquent")}`;
  return `${start} ${count} pour le ${plainLevel(view.aimed.level)}.`;
}
