import type { DashboardData } from "./load-dashboard.server";

/** Units of the newest programme by département and together, as a delivery bar and its table need them. */
export function rolloutOf(data: DashboardData, codes: readonly string[]) {
  if (!data.programme) return null;
  const rows = data.facts
    .filter(({ code, planned }) => codes.includes(code) && planned > 0)
    .map(({ code, name, planned, ordered, delivered, installed }) => ({
      code,
      name,
      planned,
      ordered,
      delivered,
      installed,
    }));
  const sum = (key: "planned" | "ordered" | "delivered" | "installed") =>
    rows.reduce((total, row) => total + row[key], 0);
  return {
    title: data.programme.title,
    unit: data.programme.unit,
    rows,
    total: {
      planned: sum("planned"),
      ordered: sum("ordered"),
      delivered: sum("delivered"),
      installed: sum("installed"),
    },
  };
}

export type RolloutTotals = NonNullable<ReturnType<typeof rolloutOf>>;
