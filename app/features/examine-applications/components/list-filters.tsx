import { paths } from "~/paths";
import { Filters } from "~/ui/components/filters";
import {
  activeFilterTags,
  DepartementFilter,
  placeFilterLabel,
} from "~/ui/components/list-filters";
import { SelectField } from "~/ui/components/select-field";
import { TextField } from "~/ui/components/text-field";
import type { ExaminationListView } from "../examination-list-view.server";
import { levelLabel, statusFilterLabels } from "../labels";
import type { StatusWord } from "../schemas";
import { listAddress } from "./list-address";

/** Search and filters of the list, an ordinary form; what is on stands below as tags. */
export function ListFilters({ view }: { view: ExaminationListView }) {
  const { slug, query, counts, levels } = view;
  const active = activeFilters(view);
  return (
    <Filters
      action={paths.examinationList(slug)}
      search={
        <TextField
          name="q"
          type="search"
          label="Établissement, commune ou UAI"
          defaultValue={query.q}
          key={`q-${query.q}`}
          maxLength={100}
        />
      }
      active={activeFilterTags(active, listAddress(slug, query, cleared))}
    >
      <DepartementFilter departements={counts.departements} chosen={query.departement} />
      <SelectField
        key={`statut-${query.statut}`}
        name="statut"
        label="Statut"
        emptyLabel="Tous"
        defaultValue={query.statut ?? ""}
        options={(Object.keys(statusFilterLabels) as StatusWord[]).map((value) => ({
          value,
          label: statusFilterLabels[value],
        }))}
      />
      {levels.length > 0 ? (
        <SelectField
          key={`niveau-${query.niveau}`}
          name="niveau"
          label="Niveau déclaré"
          emptyLabel="Tous"
          defaultValue={query.niveau ?? ""}
          options={[...levels]
            .sort((a, b) => b - a)
            .concat(0)
            .map((level) => ({ value: String(level), label: levelLabel(level) }))}
        />
      ) : null}
      <input type="hidden" name="vue" value={query.vue} />
      <input type="hidden" name="tri" value={query.tri} />
      <input type="hidden" name="ordre" value={query.ordre} />
    </Filters>
  );
}

const cleared = { q: "", departement: undefined, statut: undefined, niveau: undefined } as const;

function activeFilters({ slug, query, counts }: ExaminationListView) {
  const active: { label: string; to: string }[] = [];
  const add = (label: string, key: "q" | "departement" | "statut" | "niveau") =>
    active.push({ label, to: listAddress(slug, query, { [key]: cleared[key] }) });
  if (query.q) add(`Recherche\u00a0: ${query.q}`, "q");
  if (query.departement)
    add(placeFilterLabel(counts.departements, query.departement), "departement");
  if (query.statut) add(statusFilterLabels[query.statut], "statut");
  if (query.niveau)
    add(`Déclaré\u00a0: ${levelLabel(Number(query.niveau)).toLowerCase()}`, "niveau");
  return active;
}
