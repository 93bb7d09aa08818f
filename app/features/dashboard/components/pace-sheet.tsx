import { lazy, Suspense, useEffect, useState } from "react";
import { DataTable } from "~/ui/components/data-table";
import { Sheet } from "~/ui/components/sheet";
import { formatNumber, nbsp } from "~/ui/format";
import { type Pace, weeklyDays } from "../submission-pace";

const PaceChart = lazy(() => import("./pace-chart"));

/** Submissions since the opening, this year against the last: a chart, and the same figures in a table. */
export function PaceSheet({ paces }: { paces: readonly Pace[] }) {
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  const days = weeklyDays(paces);
  const at = (pace: Pace, day: number) => pace.points[day]?.total;
  return (
    <Sheet title="Au fil de la campagne" aside="Candidatures transmises depuis l’ouverture">
      <div className="jl-pace" aria-hidden>
        {isInBrowser && (
          <Suspense fallback={null}>
            <PaceChart paces={paces} />
          </Suspense>
        )}
      </div>
      <details className="jl-sources">
        <summary className="jl-more">Lire les valeurs</summary>
        <DataTable
          caption="Candidatures transmises, cumulées, semaine après semaine"
          captionHidden
          columns={[
            { key: "day", header: "Jour", align: "right", cell: (day) => formatNumber(day + 1) },
            ...paces.map((pace) => ({
              key: pace.campaignId,
              header: pace.title,
              align: "right" as const,
              cell: (day: number) => {
                const total = at(pace, day);
                return total === undefined ? (
                  <span className="jl-muted">–</span>
                ) : (
                  formatNumber(total)
                );
              },
            })),
          ]}
          rows={days}
          rowKey={String}
          size="sm"
          phone="scroll"
        />
        <p className="jl-muted">{`Jour${nbsp}1${nbsp}: celui de l’ouverture.`}</p>
      </details>
    </Sheet>
  );
}
