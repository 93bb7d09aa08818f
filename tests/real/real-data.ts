import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Where the real files are: they belong to nobody on this project and are never in the repository. */
export const realDataDir = resolve(process.env.REAL_DATA_DIR ?? "../shared/data");

/**
 * Whether tests over real files can run. Absent, they are skipped and one line says so; absent on the
 * continuous integration, they fail.
 */
export function hasRealData(): boolean {
  if (existsSync(realDataDir)) return true;
  if (process.env.CI === "true") throw new Error(`Données réelles absentes : ${realDataDir}`);
  console.info(`Données réelles absentes (${realDataDir}) : ces tests sont passés.`);
  return false;
}

export function realFile(path: string): string {
  return resolve(realDataDir, path);
}
