import { Anchor } from "~/ui/components/anchor";
import { formatCount } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";
import { formatFigure } from "../format-figure";
import { dashboardAddress } from "../query";
import { MiniMap, MiniMapShapes } from "./mini-map";

type Card = DashboardView["cards"][number];

/** One card an indicator: its small map, its name, its figure. The current one is outlined. */
export function IndicatorCards({ view }: { view: DashboardView }) {
  const { cards, query } = view;
  const codes = cards[0]?.shapes.map(({ code }) => code) ?? [];
  return (
    <nav aria-label="Indicateurs">
      <MiniMapShapes codes={codes} />
      <ul className="jl-cards">
        {cards.map((card) => (
          <li key={card.code}>
            <Anchor
              className="jl-card"
              to={dashboardAddress(query, {
                indicateur: card.code,
                date: undefined,
                departement: undefined,
              })}
              aria-current={card.code === view.indicator.code ? "page" : undefined}
            >
              <MiniMap codes={codes} shapes={card.shapes} />
              <span className="jl-card__text">
                <span>{card.label}</span>
                <strong>{figureOf(card)}</strong>
                {card.ofAcademie && <span className="jl-card__note">{card.ofAcademie}</span>}
              </span>
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function figureOf({ figure, unit, knownCount }: Card): string {
  if (figure.value === null && knownCount > 0) return formatCount(knownCount, "département");
  return formatFigure(figure, unit);
}
