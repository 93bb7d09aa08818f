import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { communeAliasKinds, epciNatures } from "../../../app/domain/territory/vocabulary";

/** Reads the official division of the territory as its npm package carries it. */

const region = z.object({ code: z.string(), nom: z.string() });
const departement = region.extend({ region: z.string() });
const epci = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.enum(epciNatures),
  populationMunicipale: z.number().optional(),
  membres: z.array(z.object({ code: z.string() })),
});
const commune = departement.extend({
  departement: z.string(),
  type: z.enum(["commune-actuelle", ...communeAliasKinds]),
  population: z.number().optional(),
  codesPostaux: z.array(z.string()).optional(),
  /** Of an arrondissement. */
  commune: z.string().optional(),
  /** Of a former commune. */
  chefLieu: z.string().optional(),
});

export type DivisionCommune = z.infer<typeof commune>;

const files = ["regions.json", "departements.json", "epci.json", "communes.json"] as const;

/** The text of one file of the package. */
function readSource(name: (typeof files)[number]): Promise<string> {
  const packageFile = createRequire(import.meta.url).resolve(
    "@etalab/decoupage-administratif/package.json",
  );
  return readFile(join(dirname(packageFile), "data", name), "utf8");
}

/** SHA-256 of the package's files, in lower-case hexadecimal: quicker than reading what they say. */
export async function divisionFingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of files) hash.update(await readSource(name));
  return hash.digest("hex");
}

/** Régions, départements, EPCI and communes, in the words of the package. */
export async function readDivision() {
  const read = async <Entry>(
    name: (typeof files)[number],
    entry: z.ZodType<Entry>,
  ): Promise<Entry[]> => z.array(entry).parse(JSON.parse(await readSource(name)));
  return {
    regions: await read("regions.json", region),
    departements: await read("departements.json", departement),
    epcis: await read("epci.json", epci),
    communes: await read("communes.json", commune),
  };
}
