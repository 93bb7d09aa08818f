import { describe, expect, it } from "vitest";
import {
  findOrCreatePerson,
  grantMembership,
  listPeopleByScope,
  type NewMembership,
} from "~db/repositories/people.server";
import type { Work } from "~db/work.server";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const day = "2026-06-15";

type Period = Pick<NewMembership, "validFrom" | "validUntil">;

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
      const people = await listPeopleByScope(work.tx, ["mayor"], "commune", "12145", day);
      expect(people.map(({ familyName }) => familyName)).toEqual([
        "Dernier",
        "Premier",
        "Toujours",
      ]);
    });
  });
});
