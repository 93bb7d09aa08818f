import { formatNumber } from "../format";
import { Anchor } from "./anchor";
import { Tag, TagGroup } from "./badge";
import { SelectField } from "./select-field";

export interface ActiveFilter {
  label: string;
  /** The list without this filter. */
  to: string;
}

/** What limits a list, each limit to be taken off by its tag, and the link that takes them all off. */
export function activeFilterTags(filters: readonly ActiveFilter[], clear: string) {
  if (filters.length === 0) return undefined;
  return (
    <>
      <TagGroup label="Filtres actifs">
        {filters.map(({ label, to }) => (
          <Tag key={label} to={to} removable>
            {label}
          </Tag>
        ))}
      </TagGroup>
      <Anchor to={clear}>Tout effacer</Anchor>
    </>
  );
}

export interface NamedPlace {
  code: string;
  name: string;
}

/** « 31 Haute-Garonne »; the code alone of a place that the list does not hold. */
export function placeFilterLabel(places: readonly NamedPlace[], code: string): string {
  const known = places.find((place) => place.code === code);
  return known ? `${known.code} ${known.name}` : code;
}

export interface DepartementFilterProps {
  departements: readonly NamedPlace[];
  chosen: string | undefined;
}

/** The départements of a list, and how many they are. */
export function DepartementFilter({ departements, chosen }: DepartementFilterProps) {
  return (
    <SelectField
      key={`departement-${chosen}`}
      name="departement"
      label="Département"
      emptyLabel={`Tous (${formatNumber(departements.length)})`}
      defaultValue={chosen ?? ""}
      options={departements.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
    />
  );
}
