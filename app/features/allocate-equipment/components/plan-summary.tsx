import { Form } from "@remix-run/react";
import type { AllocationMethod } from "~/domain/allocation/vocabulary";
import { otherOwnerText } from "~/features/school-directory/labels";
import { Alert } from "~/ui/components/alert";
import { Badge } from "~/ui/components/badge";
import { Button } from "~/ui/components/button";
import { DataTable } from "~/ui/components/data-table";
import { Sheet } from "~/ui/components/sheet";
import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import {
  formatCount,
  formatDateTime,
  formatMoney,
  formatNumber,
  nbsp,
  pluralOf,
} from "~/ui/format";
import type { AllocationView, PlanView } from "../allocation-view.server";
import { methodLabels } from "../labels";

/** What the proposal amounts to, and what it leaves out. */
export function PlanTotals({ plan, unit }: { plan: PlanView; unit: string }) {
  const kept = plan.summaries[plan.method];
  return (
    <Sheet
      title={plan.status === "adopted" ? "Dotation adoptée" : "Proposition"}
      aside={`Calculée le ${formatDateTime(plan.computedAt)}`}
    >
      <div className="jl-stack">
        <StatRow>
          <StatFigure value={formatNumber(kept.units)}>
            {`${pluralOf(kept.units, "unité")} (${unit}) ${pluralOf(kept.units, "attribuée")} à ${formatCount(kept.schools, "établissement")}`}
          </StatFigure>
          <StatFigure value={formatMoney(kept.amountCents)}>
            {`sur une enveloppe de ${formatMoney(plan.envelopeCents)}, à ${formatMoney(plan.unitPriceCents)} l’unité`}
          </StatFigure>
          <StatFigure value={formatMoney(kept.remainderCents)}>
            {`${pluralOf(kept.remainderCents / 100, "reste", "restent")} dans l’enveloppe`}
          </StatFigure>
          <StatFigure value={formatNumber(kept.leftOut.units)}>
            {`${pluralOf(kept.leftOut.units, "unité")} (${unit}) que l’enveloppe laisse de côté, dans ${formatCount(kept.leftOut.schools, "établissement")}, soit ${formatMoney(kept.leftOut.amountCents)}`}
          </StatFigure>
        </StatRow>
        {plan.uncountedSchools > 0 ? (
          <Alert tone="warning">
            {`${formatCount(plan.uncountedSchools, "établissement")} hors du partage${nbsp}: la raison figure dans la liste des non servis.`}
          </Alert>
        ) : null}
        {plan.changedHands.length > 0 ? (
          <Alert tone="warning" title="Des établissements servis ont changé de propriétaire">
            <p>Leur équipement est à une autre collectivité. Calculez de nouveau avant le vote.</p>
            <ul>
              {plan.changedHands.map(({ uai, name, other }) => (
                <li key={uai}>{`${name}${nbsp}: ${otherOwnerText(other)}`}</li>
              ))}
            </ul>
          </Alert>
        ) : null}
      </div>
    </Sheet>
  );
}

type Row = { readonly key: string; readonly label: string } & Readonly<
  Record<AllocationMethod, string>
>;

/** The plain ranking and the optimum side by side, and the choice between the two. */
export function MethodComparison({ view, plan }: { view: AllocationView; plan: PlanView }) {
  const { ranking, optimum } = plan.summaries;
  const row = (key: string, label: string, of: (summary: typeof ranking) => string): Row => ({
    key,
    label,
    ranking: of(ranking),
    optimum: of(optimum),
  });
  const rows = [
    row("schools", "Établissements servis", (summary) => formatNumber(summary.schools)),
    row("units", "Unités attribuées", (summary) => formatNumber(summary.units)),
    ...view.entitlement.levels.map((level) =>
      row(`level-${level}`, `dont niveau${nbsp}${level}`, (summary) =>
        formatNumber(summary.unitsByLevel[level] ?? 0),
      ),
    ),
    row("amount", "Montant", (summary) => formatMoney(summary.amountCents)),
    row("remainder", "Reste de l’enveloppe", (summary) => formatMoney(summary.remainderCents)),
  ];
  return (
    <Sheet title="Classement simple et optimum">
      <div className="jl-stack jl-stack--tight">
        <p>
          Le classement simple suit la liste, du niveau le plus haut au plus bas, puis par score
          d’instruction, nom et UAI. Chaque établissement est servi en entier. Celui qui ne tient
          pas dans le reste de l’enveloppe est passé, et les suivants sont essayés{nbsp}: c’est la
          règle du «{nbsp}premier qui tient{nbsp}».
        </p>
        <p>
          L’optimum cherche, toujours par lots entiers, le plus d’unités possible au niveau le plus
          haut, puis au niveau suivant, et ainsi de suite{nbsp}; à égalité, il garde le plus
          d’établissements du classement simple. Un niveau inférieur ne passe donc jamais devant un
          établissement de niveau supérieur qui tiendrait dans l’enveloppe.
        </p>
        <DataTable
          caption="Comparaison des deux répartitions"
          captionHidden
          size="sm"
          phone="scroll"
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "label", header: "Mesure", cell: ({ label }) => label },
            {
              key: "ranking",
              header: methodLabels.ranking,
              align: "right",
              cell: (line) => line.ranking,
            },
            {
              key: "optimum",
              header: methodLabels.optimum,
              align: "right",
              cell: (line) => line.optimum,
            },
          ]}
        />
        {plan.isOptimumProven ? null : (
          <Alert tone="warning">
            L’optimum n’a pas pu être démontré dans le temps imparti. Le classement simple en tient
            lieu.
          </Alert>
        )}
        <div className="jl-actions">
          <Badge tone="info" icon="check">
            {`Répartition retenue${nbsp}: ${methodLabels[plan.method].toLowerCase()}`}
          </Badge>
          {view.mayPropose ? <KeepOther view={view} method={plan.method} /> : null}
        </div>
      </div>
    </Sheet>
  );
}

function KeepOther({ view, method }: { view: AllocationView; method: AllocationMethod }) {
  const other = method === "ranking" ? "optimum" : "ranking";
  return (
    <Form method="post">
      <input type="hidden" name="intention" value="calculer" />
      <input type="hidden" name="envelope" value={view.terms.envelope} />
      <input type="hidden" name="unitPrice" value={view.terms.unitPrice} />
      <input type="hidden" name="method" value={other} />
      <Button variant="secondary">
        {other === "optimum" ? "Retenir l’optimum" : "Retenir le classement simple"}
      </Button>
    </Form>
  );
}
