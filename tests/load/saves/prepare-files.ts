import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { system } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { createApplication } from "~/features/create-application/create-application.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { hashPassword } from "~/features/sign-in/passwords.server";
import type { Database } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { findOrCreatePerson } from "~db/repositories/people.server";
import { seedReference } from "~db/seed/reference";
import { inWork } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { inDays, insertCampaignDocument } from "~tests/factories/small-campaign";

/** One answer that a client saves again and again, with two values it takes in turn. */
export type SavedQuestion = {
  readonly questionId: string;
  readonly values: readonly [unknown, unknown];
};

/** Four questions of the label's own questionnaire, of the kinds that heads answer most. */
export const savedQuestions: readonly SavedQuestion[] = [
  { questionId: "referent-nomme", values: [true, false] },
  { questionId: "volet-numerique", values: ["redige", "vote"] },
  {
    questionId: "indicateurs-annuels",
    values: [
      ["ent", "parc"],
      ["ent", "pannes", "pix"],
    ],
  },
  {
    questionId: "projet-recit",
    values: [
      "Une radio tenue par les élèves de seconde, avec trois professeurs et la vie scolaire.",
      "Un atelier de réparation du parc, ouvert un midi par semaine, que suivent vingt élèves.",
    ],
  },
];

/** A lycée's draft with its head signed in: what one client of the measure works on. */
export type PreparedFile = {
  readonly applicationId: string;
  readonly uai: string;
  readonly personId: string;
  /** The Cookie header of the head's session, and the hash under which it is stored. */
  readonly cookie: string;
  readonly sessionId: string;
};

export type Prepared = {
  readonly files: readonly PreparedFile[];
  /** Accounts of the storm of sign-ins, all of one password. */
  readonly emails: readonly string[];
  readonly password: string;
};

/** Fills a new database: the label's campaign, open, `files` drafts with a session each, `accounts` to sign in. */
export async function prepareFiles(
  database: Database,
  journalKey: string,
  { files, accounts }: { readonly files: number; readonly accounts: number },
): Promise<Prepared> {
  await migrate(database);
  await database.transaction((tx) => seedReference(tx));
  const now = new Date();
  const work = { actor: system, now, journalKey };
  const document = JSON.parse(
    readFileSync("db/seed/campaigns/label-lycee-numerique.json", "utf8"),
  ) as Record<string, unknown>;
  const calendar = { opensAt: inDays(-2), closesAt: inDays(20) };
  const campaign = await inWork(database, work, (within) =>
    insertCampaignDocument(within, { ...document, calendar }),
  );
  const prepared: PreparedFile[] = [];
  for (let rank = 1; rank <= files; rank += 1) {
    prepared.push(
      await inWork(database, work, async (within) => {
        const uai = await insertSchool(within, { rank });
        const email = `tete-${rank}@exemple.fr`;
        const head = await insertActor(
          within,
          [{ role: "head", scopeKind: "school", scopeCode: uai }],
          { email },
        );
        const created = await createApplication(
          { ...within, actor: head },
          scopeFor(head, "application.create"),
          { campaignSlug: campaign.slug, uais: [uai] },
        );
        if (!created.ok) throw new Error(`Candidature d’essai refusée : ${created.reason}`);
        const header = await openSession(within, head.personId, "mesure");
        const cookie = header.split(";")[0] ?? "";
        const token = cookie.slice(cookie.indexOf("=") + 1);
        return {
          applicationId: created.application.id,
          uai,
          personId: head.personId,
          cookie,
          sessionId: createHash("sha256").update(token).digest("hex"),
        };
      }),
    );
  }
  const password = "connexion-de-mesure";
  const passwordHash = await hashPassword(password);
  const emails = Array.from({ length: accounts }, (_, rank) => `connexion-${rank}@exemple.fr`);
  await inWork(database, work, async ({ tx }) => {
    for (const email of emails) {
      const names = { givenName: "Aline", familyName: "Essai" };
      await findOrCreatePerson(tx, { email, passwordHash, ...names });
    }
  });
  return { files: prepared, emails, password };
}
