import type { Tx } from "../../client.server";
import { seedIndicatorDefinitions } from "../indicators";
import { seedTerritory } from "./territory.server";

/** Loads everything the application takes for granted; run again, it changes nothing. */
export async function seedReference(tx: Tx): Promise<void> {
  await seedTerritory(tx);
  await seedIndicatorDefinitions(tx);
}

export { seedTerritory };
