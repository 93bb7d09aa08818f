import { system } from "~/domain/access/actor";
import { exportCampaign } from "~/features/campaigns/export-campaign.server";
import { importCampaign } from "~/features/campaigns/import-campaign.server";
import { pluralOf } from "~/french/plural";
import { withWork } from "~/http/work.server";
import type { Command } from "../command";
import { printReport, refuse } from "../print";
import { readJson } from "../read-source";

/** `import campaign FILE`: stores a campaign document, or says every fault of it at once. */
export const importCampaignCommand: Command = {
  name: "import campaign",
  usage: "import campaign FICHIER.json [--announce]",
  summary: "enregistre une campagne décrite en JSON, ou dit tous ses défauts",
  run: async (words, io) => {
    const announce = words.includes("--announce");
    const read = await readJson(
      words.find((word) => !word.startsWith("--")),
      io,
    );
    if (!read.ok) return refuse(io, read.message);
    const result = await withWork(system, (work) => importCampaign(work, read.value, { announce }));
    if (result.ok) {
      return printReport(io, { slug: result.campaign.slug, outcome: result.outcome });
    }
    if (result.reason === "slug-taken") {
      return refuse(
        io,
        "Une autre campagne porte déjà cet identifiant (slug). Une campagne enregistrée ne se remplace pas : changez le slug.",
      );
    }
    for (const fault of result.faults) io.stderr(`${fault.path} : ${fault.message}\n`);
    const count = result.faults.length;
    return refuse(
      io,
      `Document refusé : ${pluralOf(count, "un défaut", `${count} défauts`)}. Rien n’a été enregistré.`,
    );
  },
};

/** `export campaign SLUG`: prints the canonical bytes of a stored campaign. */
export const exportCampaignCommand: Command = {
  name: "export campaign",
  usage: "export campaign SLUG",
  summary: "écrit la campagne en JSON canonique (RFC 8785)",
  run: async ([slug], io) => {
    if (!slug) return refuse(io, "Indiquez l’identifiant (slug) de la campagne.");
    const text = await withWork(system, (work) => exportCampaign(work, slug));
    if (text === undefined)
      return refuse(io, `Aucune campagne ne porte l’identifiant « ${slug} ».`);
    io.stdout(text);
    return 0;
  },
};
