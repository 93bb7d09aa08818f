import type { PlannedUnit } from "~/domain/directory/plan-import";
import type { Tx } from "~db/client.server";
import { listInspectionAreas, saveInspectionAreas } from "~db/repositories/territory.server";

/** Names that a file gives to the codes of circonscriptions and bassins. */
export type InspectionNames = {
  circonscriptions: Map<string, string>;
  bassins: Map<string, string>;
};

/** Records the circonscriptions and bassins that units name, before the units that refer to them. */
export async function saveAreasOf(
  tx: Tx,
  planned: readonly PlannedUnit[],
  names: InspectionNames,
): Promise<void> {
  const departementOf = new Map<string, string | null>();
  const academieOf = new Map<string, string | null>();
  for (const { unit } of planned) {
    if (unit.circonscriptionCode && !departementOf.get(unit.circonscriptionCode)) {
      departementOf.set(unit.circonscriptionCode, unit.departementCode);
    }
    if (unit.bassinCode && !academieOf.get(unit.bassinCode)) {
      academieOf.set(unit.bassinCode, unit.academieCode);
    }
  }
  const known = await listInspectionAreas(tx, {
    circonscriptions: [...departementOf.keys()],
    bassins: [...academieOf.keys()],
  });
  const knownCirconscriptions = new Map(known.circonscriptions.map((area) => [area.code, area]));
  const knownBassins = new Map(known.bassins.map((area) => [area.code, area]));
  await saveInspectionAreas(tx, {
    circonscriptions: [...departementOf].map(([code, departementCode]) => ({
      code,
      name: names.circonscriptions.get(code) ?? knownCirconscriptions.get(code)?.name ?? code,
      departementCode: knownCirconscriptions.get(code)?.departementCode ?? departementCode,
    })),
    bassins: [...academieOf].map(([code, academieCode]) => ({
      code,
      name: names.bassins.get(code) ?? knownBassins.get(code)?.name ?? code,
      academieCode: knownBassins.get(code)?.academieCode ?? academieCode,
    })),
  });
}
