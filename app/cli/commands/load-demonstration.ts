import { system } from "~/domain/access/actor";
import { isDemonstrationAllowed } from "~/env.server";
import { demonstrationPassword } from "~/features/sign-in/demonstration";
import { fileStore } from "~/http/file-store.server";
import { withWork } from "~/http/work.server";
import { listDemonstrationPeople } from "~db/repositories/people.server";
import { seedDemonstrationSchools } from "~db/seed/demonstration-schools";
import { seedPublishedFigures } from "~db/seed/indicators";
import type { Command } from "../command";
import { loadCampaigns } from "../demonstration/load-campaigns.server";
import { loadPeople } from "../demonstration/load-people.server";
import { storeSampleProof } from "../demonstration/sample-proof.server";
import { tellLastYear } from "../demonstration/tell-last-year.server";
import { tellRollouts } from "../demonstration/tell-rollouts.server";
import { tellThisYear } from "../demonstration/tell-this-year.server";
import { refuse } from "../print";

/** `load demonstration`: fills an empty base with fictitious schools, people and two campaigns. */
export const loadDemonstrationCommand: Command = {
  name: "load demonstration",
  usage: "load demonstration",
  summary: "charge la démonstration (établissements et personnes fictifs), une seule fois",
  run: async (_words, io) => {
    if (!isDemonstrationAllowed()) {
      return refuse(
        io,
        "La démonstration est refusée en production. Indiquez DEMO=1 pour l’accepter.",
      );
    }
    const isAlreadyThere = await withWork(
      system,
      async (work) => (await listDemonstrationPeople(work.tx)).length > 0,
    );
    if (!isAlreadyThere) {
      io.stdout("Chargement de la démonstration…\n");
      const proof = await storeSampleProof(await fileStore());
      if (!proof) {
        return refuse(
          io,
          "Les fichiers ne peuvent pas être gardés : le dossier de données ou le stockage S3 est plein, ou ne peut pas être modifié. Rien n’a été chargé.",
        );
      }
      await withWork(system, async (work) => {
        await seedDemonstrationSchools(work.tx, work.now);
        await seedPublishedFigures(work);
        const organisations = await loadPeople(work);
        const campaigns = await loadCampaigns(work);
        const { programmeSlug } = await tellLastYear(work, campaigns.lastYear, proof);
        await tellRollouts(work, { programmeSlug, councilId: organisations.get("lot") ?? "" });
        await tellThisYear(work, campaigns.thisYear, proof);
      });
    }
    const people = await withWork(system, (work) => listDemonstrationPeople(work.tx));
    const lines = people.map((person) => `  ${person.email.padEnd(36)}${person.title ?? ""}\n`);
    io.stdout(
      `Comptes de démonstration (mot de passe : ${demonstrationPassword}) :\n${lines.join("")}`,
    );
    return 0;
  },
};
