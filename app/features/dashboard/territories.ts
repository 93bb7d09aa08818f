import { foldText } from "~/domain/directory/fold-text";
import { academicRegions, academies } from "~/domain/territory/academies";

/** The région académique that this platform serves, by its INSEE code. */
export const platformRegionCode = "76";

/** A territory that the dashboard can show: the whole région académique, or one of its académies. */
export type DashboardTerritory = {
  readonly slug: string;
  readonly kind: "region" | "academie";
  readonly code: string;
  /** « Occitanie », « Académie de Toulouse ». */
  readonly name: string;
  /** « en Occitanie », « dans l’académie de Toulouse ». */
  readonly inPlace: string;
};

/** « de Toulouse », « d’Aix-Marseille ». */
function ofName(name: string): string {
  return /^[AEIOUYÎÉÈ]/.test(name) ? `d’${name}` : `de ${name}`;
}

function listTerritories(): DashboardTerritory[] {
  const regions = academicRegions
    .filter(({ code }) => code === platformRegionCode)
    .map(({ code, name }) => ({
      slug: foldText(name),
      kind: "region" as const,
      code,
      name,
      inPlace: `en ${name}`,
    }));
  const own = academies
    .filter(({ academicRegionCode }) => academicRegionCode === platformRegionCode)
    .sort((one, other) => other.departements.length - one.departements.length)
    .map(({ code, name }) => ({
      slug: `academie-${foldText(name)}`,
      kind: "academie" as const,
      code,
      name: `Académie ${ofName(name)}`,
      inPlace: `dans l’académie ${ofName(name)}`,
    }));
  return [...regions, ...own];
}

/** The territories offered, the whole région first. */
export const dashboardTerritories: readonly DashboardTerritory[] = listTerritories();

export function findTerritory(slug: string): DashboardTerritory | undefined {
  return dashboardTerritories.find((territory) => territory.slug === slug);
}
