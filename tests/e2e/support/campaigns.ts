import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import type { RunningServer } from "./server";

/** A local date and time of Paris, some days from now, as campaign documents write it. */
export function parisIn(days: number, minutes = 0): string {
  return DateTime.now()
    .setZone("Europe/Paris")
    .plus({ days, minutes })
    .toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

const yearIn = (days: number) => parisIn(days).slice(0, 4);

/** Campaigns of the demonstration: named after the year in which they close. */
export const demonstrationCampaigns = {
  thisYear: `label-lycee-numerique-${yearIn(26)}`,
  lastYear: `label-lycee-numerique-${yearIn(-339)}`,
  call: `appel-ecoles-rurales-${yearIn(40)}`,
} as const;

/** Imports a campaign of the repository under another slug, open today, through the command line. */
export function importCampaign(
  server: RunningServer,
  source: string,
  slug: string,
  changes: object = {},
): void {
  const document = JSON.parse(readFileSync(join("db/seed/campaigns", source), "utf8")) as object;
  const calendar = {
    opensAt: parisIn(-3),
    closesAt: parisIn(10),
    examinationEndsAt: parisIn(20),
    juryAt: parisIn(25),
    publishesAt: parisIn(30),
  };
  const path = join(server.dataDir, `${slug}.json`);
  writeFileSync(path, JSON.stringify({ ...document, ...changes, slug, calendar }));
  const result = server.jalons("import", "campaign", path);
  if (result.status !== 0) throw new Error(`Import refusé : ${result.stderr}`);
}

/** A small PDF to attach, as a file chooser takes it. */
export function samplePdf(name: string) {
  const buffer = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
  return { name, mimeType: "application/pdf", buffer };
}
