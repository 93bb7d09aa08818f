import { paths } from "~/paths";
import { Button } from "~/ui/components/button";
import { SelectField } from "~/ui/components/select-field";
import { formatDate } from "~/ui/format";
import type { DashboardView } from "../dashboard-view.server";

/** Territory and date: an ordinary form whose fields are the address. */
export function QueryForm({ view }: { view: DashboardView }) {
  const { query, territories, days, observedOn } = view;
  const date = query.date && days.includes(query.date) ? query.date : (observedOn ?? "");
  return (
    // A new key takes the fields back to what the address says when the page changes without reloading.
    <form
      key={`${query.indicateur} ${query.territoire} ${date}`}
      className="jl-query"
      method="get"
      action={paths.dashboard()}
    >
      <input type="hidden" name="indicateur" value={query.indicateur} />
      {query.motifs && <input type="hidden" name="motifs" value={query.motifs} />}
      <SelectField
        name="territoire"
        label="Territoire"
        defaultValue={query.territoire}
        options={territories}
      />
      <SelectField
        name="date"
        label="Date d’observation"
        defaultValue={date}
        options={days.map((day) => ({ value: day, label: formatDate(day) }))}
      />
      <Button variant="secondary">Afficher</Button>
    </form>
  );
}
