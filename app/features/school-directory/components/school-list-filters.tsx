import { ministries, unitKinds } from "~/domain/directory/vocabulary";
import { paths } from "~/paths";
import { Filters } from "~/ui/components/filters";
import {
  activeFilterTags,
  DepartementFilter,
  placeFilterLabel,
} from "~/ui/components/list-filters";
import { SelectField } from "~/ui/components/select-field";
import { TextField } from "~/ui/components/text-field";
import { ministryLabels, unitKindLabels } from "../labels";
import type { SchoolListQuery } from "../schemas";
import type { SchoolListView } from "../school-list-view.server";
import { schoolListAddress } from "./list-address";

const stateWords = { ouvert: "Ouverts", ferme: "Fermés" } as const;

/** Search and filters of the directory, an ordinary form; what is on stands below as tags. */
export function SchoolListFilters({ view: { query, counts } }: { view: SchoolListView }) {
  const active = activeFilters(query, counts.departements);
  return (
    <Filters
      action={paths.schools()}
      search={
        <TextField
          key={`q-${query.q}`}
          name="q"
          type="search"
          label="Nom, commune ou UAI"
          defaultValue={query.q}
          maxLength={100}
        />
      }
      active={activeFilterTags(active, paths.schools())}
    >
      <DepartementFilter departements={counts.departements} chosen={query.departement} />
      <SelectField
        key={`type-${query.type}`}
        name="type"
        label="Type"
        emptyLabel="Tous"
        defaultValue={query.type ?? ""}
        options={unitKinds.map((value) => ({ value, label: unitKindLabels[value] }))}
      />
      <SelectField
        key={`ministere-${query.ministere}`}
        name="ministere"
        label="Ministère"
        emptyLabel="Tous"
        defaultValue={query.ministere ?? ""}
        options={ministries.map((value) => ({ value, label: ministryLabels[value] }))}
      />
      <SelectField
        key={`etat-${query.etat}`}
        name="etat"
        label="État"
        emptyLabel="Tous"
        defaultValue={query.etat ?? ""}
        options={Object.entries(stateWords).map(([value, label]) => ({ value, label }))}
      />
      <input type="hidden" name="tri" value={query.tri} />
      <input type="hidden" name="ordre" value={query.ordre} />
    </Filters>
  );
}

function activeFilters(
  query: SchoolListQuery,
  departements: SchoolListView["counts"]["departements"],
) {
  const active: { label: string; to: string }[] = [];
  const add = (label: string, change: Partial<SchoolListQuery>) =>
    active.push({ label, to: schoolListAddress(query, change) });
  if (query.q) add(`Recherche\u00a0: ${query.q}`, { q: "" });
  if (query.departement)
    add(placeFilterLabel(departements, query.departement), { departement: undefined });
  if (query.type) add(unitKindLabels[query.type], { type: undefined });
  if (query.ministere) add(ministryLabels[query.ministere], { ministere: undefined });
  if (query.etat) add(stateWords[query.etat], { etat: undefined });
  return active;
}
