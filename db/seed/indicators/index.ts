import { createReadStream } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ImportIndicatorsResult,
  importIndicators,
} from "../../../app/features/import-indicators/import-indicators.server";
import type { Tx } from "../../client.server";
import { saveIndicators } from "../../repositories/indicators.server";
import type { Work } from "../../work.server";
import { indicatorDefinitions } from "./definitions";

/** Writes the definitions of indicators; run again, it changes nothing. */
export async function seedIndicatorDefinitions(tx: Tx): Promise<void> {
  await saveIndicators(tx, indicatorDefinitions);
}

/** Our file of published figures: beside this file in the sources, under the working folder when built. */
export function publishedFiguresPath(): string {
  const name = "occitanie-2016-2019.csv";
  return import.meta.url.includes("/db/seed/")
    ? join(dirname(fileURLToPath(import.meta.url)), name)
    : join(process.cwd(), "db", "seed", "indicators", name);
}

/** Imports the published figures of Occitanie as any other file, definitions first; idempotent. */
export async function seedPublishedFigures(work: Work): Promise<ImportIndicatorsResult> {
  await seedIndicatorDefinitions(work.tx);
  return importIndicators(work, createReadStream(publishedFiguresPath()));
}
