import type { Tx } from "../../client.server";
import { findReferenceLoad, noteReferenceLoad } from "../../repositories/reference-loads.server";
import { seedIndicatorDefinitions } from "../indicators";
import { seedTerritory, territoryFingerprint } from "./territory.server";

/**
 * Loads everything the application takes for granted; run again, it changes nothing. The territory,
 * some 40,000 rows, is read again only when its fingerprint is not the one last loaded.
 * Gives true when the territory was read.
 */
export async function seedReference(
  tx: Tx,
  readFingerprint: () => Promise<string> = territoryFingerprint,
): Promise<boolean> {
  const fingerprint = await readFingerprint();
  const isKnown = (await findReferenceLoad(tx, "territory")) === fingerprint;
  if (!isKnown) {
    await seedTerritory(tx);
    await noteReferenceLoad(tx, "territory", fingerprint);
  }
  await seedIndicatorDefinitions(tx);
  return !isKnown;
}

export { seedTerritory };
