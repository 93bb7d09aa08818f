import { describe, expect, it } from "vitest";
import {
  findOrCreatePerson,
  grantMembership,
  listPeopleByScope,
  type NewMembership,
} from "~db/repositories/people.server";
import { listSchoolTeam } from "~db/repositories/teams.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const day = "2026-06-15";

type Period = Pick<NewMembership, "validFrom" | "validUntil" | "campaignId">;

async function insertMayor(work: Work, familyName: string, period: Period): Promise<void> {
  const email = `${familyName.toLowerCase()}@exemple.fr`;
  const person = await findOrCreatePerson(work.tx, { email, givenName: "Camille", familyName });
  await grantMembership(work.tx, {
    personId: person.id,
    role: "mayor",
    scopeKind: "commune",
    scopeCode: "12145",
    ...period,
  });
}

describe("listPeopleByScope", () => {
  it("gives those who hold the role on the day: neither before it begins, nor after it ends", async () => {
    await db.inWork(async (work) => {
      await insertMayor(work, "Toujours", {});
      await insertMayor(work, "Premier", { validFrom: day });
      await insertMayor(work, "Dernier", { validUntil: day });
      await insertMayor(work, "Demain", { validFrom: "2026-06-16" });
      await insertMayor(work, "Hier", { validUntil: "2026-06-14" });
      await insertMayor(work, "Annulé", { validFrom: day, validUntil: "2026-06-14" });
      const people = await listPeopleByScope(work.tx, ["mayor"], "commune", "12145", {
        day,
        campaignId: "any",
      });
      expect(people.map(({ familyName }) => familyName)).toEqual([
        "Dernier",
        "Premier",
        "Toujours",
      ]);
    });
  });
});

describe("a role limited to one campaign", () => {
  async function insertTwoCampaigns(work: Work) {
    const campaign = await insertCampaignDocument(work, buildSmallCampaign());
    const other = await insertCampaignDocument(work, buildSmallCampaign({ slug: "autre-annee" }));
    return [campaign.id, other.id] as const;
  }

  it("is told of that campaign's files, and of no other", () =>
    db.inWork(async (work) => {
      const [campaignId, otherId] = await insertTwoCampaigns(work);
      await insertMayor(work, "Toujours", {});
      await insertMayor(work, "Ici", { campaignId });
      await insertMayor(work, "Ailleurs", { campaignId: otherId });
      const namesFor = async (asked: string) =>
        (
          await listPeopleByScope(work.tx, ["mayor"], "commune", "12145", {
            day,
            campaignId: asked,
          })
        ).map(({ familyName }) => familyName);
      expect(await namesFor(campaignId)).toEqual(["Ici", "Toujours"]);
      expect(await namesFor(otherId)).toEqual(["Ailleurs", "Toujours"]);
      expect(await namesFor("any")).toEqual(["Ailleurs", "Ici", "Toujours"]);
    }));

  it("makes one of the team of that campaign's files, and of no other's", () =>
    db.inWork(async (work) => {
      const [campaignId, otherId] = await insertTwoCampaigns(work);
      const uai = await insertSchool(work);
      const held = { role: "school-member", scopeKind: "school", scopeCode: uai } as const;
      await insertActor(work, [{ ...held, campaignId }], { familyName: "Ici" });
      await insertActor(work, [{ ...held, campaignId: otherId }], { familyName: "Ailleurs" });
      await insertActor(work, [{ ...held, role: "head" }], { familyName: "Toujours" });
      const namesFor = async (asked: string) =>
        (await listSchoolTeam(work.tx, [uai], { day, campaignId: asked })).map(
          ({ familyName }) => familyName,
        );
      expect(await namesFor(campaignId)).toEqual(["Toujours", "Ici"]);
      expect(await namesFor(otherId)).toEqual(["Toujours", "Ailleurs"]);
      expect(await namesFor("any")).toHaveLength(3);
    }));
});
