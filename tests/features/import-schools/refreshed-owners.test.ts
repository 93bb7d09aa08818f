import { describe, expect, it } from "vitest";
import { readSchools } from "~/features/import-schools/read-schools.server";
import { saveSchoolsWithJournal } from "~/features/import-schools/save-schools-with-journal.server";
import { findEquipmentOwner, saveOwners } from "~db/repositories/directory.server";
import { listOwnerHistory } from "~db/repositories/equipment-owners.server";
import { listJournal } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";
import { sampleRows, writeDirectory } from "./directory-files";

const base = useTestDatabase();
const uai = "0311131L";
/** An école of Saint-Gaudens: its commune's, until its EPCI takes the competence. */
const ecole = (sampleRows[0] ?? []).with(2, "Ecole").with(15, "151");

const on = (work: Work, day: string): Work => ({ ...work, now: new Date(`${day}T10:00:00Z`) });

async function importEcole(work: Work, dryRun = false) {
  const reading = await readSchools(writeDirectory([ecole]));
  if (!reading.ok) throw new Error(reading.message);
  return saveSchoolsWithJournal(work, reading.file, { fileName: "ecoles.csv", dryRun });
}

const giveCompetence = (work: Work) =>
  work.tx.execute(sql`update epcis set holds_school_competence = true
    where siren = (select epci_siren from communes where code = '31483')`);

const entriesOf = async (work: Work) =>
  (await listJournal(work.tx, { kind: "directory", id: "schools" })).map(({ after }) => after);

describe("the default owner of a school whose own row has not changed", () => {
  it("follows its EPCI at the next import, from that day, and the journal says so", () =>
    base.inWork(async (work) => {
      await importEcole(on(work, "2026-03-02"));
      await giveCompetence(work);
      expect(await importEcole(on(work, "2026-03-05"), true)).toMatchObject({ unchanged: 1 });
      expect(await findEquipmentOwner(work.tx, uai, "2026-03-05")).toMatchObject({
        ownerKind: "commune",
      });
      expect(await importEcole(on(work, "2026-03-09"))).toMatchObject({ updated: 0, unchanged: 1 });
      expect(await listOwnerHistory(work.tx, uai)).toMatchObject([
        { ownerKind: "commune", validFrom: "2026-03-02", validTo: "2026-03-09" },
        { ownerKind: "epci", validFrom: "2026-03-09", validTo: null },
      ]);
      await importEcole(on(work, "2026-03-10"));
      expect(await entriesOf(work)).toMatchObject([
        { created: 1, ownersChanged: 1 },
        { created: 0, unchanged: 1, ownersChanged: 1 },
      ]);
    }));

  it("begins no sooner than the end of the decision that it follows", () =>
    base.inWork(async (work) => {
      await importEcole(on(work, "2026-03-02"));
      const decided = { uai, ownerKind: "departement", ownerCode: "31", overridden: true } as const;
      await saveOwners(work.tx, [{ ...decided, validFrom: "2026-03-03", source: "Convention" }]);
      const after = { uai, ownerKind: "commune", ownerCode: "31483", overridden: false } as const;
      await saveOwners(work.tx, [
        { ...after, validFrom: "2027-01-01", source: "regle:ecole-commune" },
      ]);
      await giveCompetence(work);
      await importEcole(on(work, "2026-03-09"));
      expect(await listOwnerHistory(work.tx, uai)).toMatchObject([
        { ownerKind: "commune", validFrom: "2026-03-02", validTo: "2026-03-03" },
        { ownerKind: "departement", validFrom: "2026-03-03", validTo: "2027-01-01" },
        { ownerKind: "epci", validFrom: "2027-01-01", validTo: null },
      ]);
    }));
});
