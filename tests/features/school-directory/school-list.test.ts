import { describe, expect, it } from "vitest";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { readSchoolListQuery } from "~/features/school-directory/schemas";
import { schoolListView } from "~/features/school-directory/school-list-view.server";
import { schoolView } from "~/features/school-directory/school-view.server";
import { saveUnits } from "~db/repositories/directory.server";
import { insertActor } from "~tests/factories/person";
import { buildSchool, insertSchool } from "~tests/factories/school";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const asked = (text: string) => readSchoolListQuery(new URLSearchParams(text));

const schools = [
  { rank: 1, name: "Lycée Aliénor-Vidal" },
  {
    rank: 2,
    name: "École Élisée-Œuvrard",
    kind: "ecole",
    communeCode: "46042",
    departementCode: "46",
  },
  { rank: 3, name: "Lycée agricole des Causses", ministry: "agriculture" },
  { rank: 4, name: "Cité scolaire", kind: "lycee", kinds: ["college", "lycee"] },
  { rank: 5, name: "Collège fermé", kind: "college", open: false, state: "ferme" },
  {
    rank: 6,
    name: "Lycée de Gironde",
    communeCode: "33063",
    departementCode: "33",
    academieCode: "04",
    regionCode: "75",
  },
] as const satisfies readonly Parameters<typeof buildSchool>[0][];

function withSchools(task: Parameters<typeof db.inWork<void>>[0]): Promise<void> {
  return db.inWork(async (work) => {
    const built = schools.map((school) =>
      buildSchool({ ...school, ...("kinds" in school ? { kinds: [...school.kinds] } : {}) }),
    );
    await saveUnits(work.tx, built);
    await task(work);
  });
}

describe("the list of schools", () => {
  it.each([
    ["", 6],
    ["q=alienor", 1],
    ["q=CAHORS", 1],
    ["q=elisee+oeuvrard", 1],
    ["q=9991003", 1],
    ["q=millau+lycee", 2],
    ["q=%25", 0],
    ["departement=46", 1],
    ["type=college", 2],
    ["type=lycee", 4],
    ["ministere=agriculture", 1],
    ["etat=ferme", 1],
    ["etat=ouvert&departement=12", 3],
    // What is not understood narrows nothing.
    ["departement=ZZ&type=chateau&etat=peut-etre&page=-3&tri=hasard", 6],
  ])("« %s » gives %i", async (text, expected) => {
    await withSchools(async (work) => {
      const view = await schoolListView(work, everywhere, asked(text));
      expect([view.rows.length, view.counts.matching, view.counts.total]).toEqual([
        expected,
        expected,
        6,
      ]);
    });
  });

  it("sorts without accents, both ways, and a page beyond the last is the last", async () => {
    await withSchools(async (work) => {
      const namesOf = async (text: string) =>
        (await schoolListView(work, everywhere, asked(text))).rows.map(({ name }) => name);
      const up = await namesOf("");
      expect(up.slice(0, 3)).toEqual(["Cité scolaire", "Collège fermé", "École Élisée-Œuvrard"]);
      expect(await namesOf("ordre=decroissant")).toEqual([...up].reverse());
      expect((await namesOf("tri=departement"))[0]).toBe("Cité scolaire");
      expect((await schoolListView(work, everywhere, asked("page=99"))).page).toBe(1);
    });
  });

  it("shows each officer their own territory or ministry, on the list and on the page", async () => {
    await withSchools(async (work) => {
      const see = async (
        role: "dane-officer" | "draaf-officer",
        scopeKind: "academie" | "ministry",
        scopeCode: string,
      ) => {
        const actor = await insertActor(work, [{ role, scopeKind, scopeCode }]);
        const scope = scopeFor(actor, "directory.read");
        const { counts } = await schoolListView(work, scope, asked(""));
        const gironde = buildSchool({ rank: 6 }).unit.uai;
        return [counts.total, (await schoolView({ ...work, actor }, scope, gironde)) !== undefined];
      };
      expect(await see("dane-officer", "academie", "16")).toEqual([5, false]);
      expect(await see("dane-officer", "academie", "04")).toEqual([1, true]);
      expect(await see("draaf-officer", "ministry", "agriculture")).toEqual([1, false]);
    });
  });

  it("cuts six thousand schools into pages on the server", async () => {
    await db.inWork(async (work) => {
      await saveUnits(
        work.tx,
        Array.from({ length: 6000 }, (_, index) => buildSchool({ rank: index + 1 })),
      );
      const view = await schoolListView(work, everywhere, asked("page=120"));
      expect([view.pageCount, view.rows.length, view.counts.total]).toEqual([120, 50, 6000]);
    });
  });
});

describe("the page of a school", () => {
  it("tells the file and its date, the places, and no application without the right", async () => {
    await db.inWork(async (work) => {
      const uai = await insertSchool(work, { circonscriptionCode: null });
      const view = await schoolView(work, everywhere, uai);
      expect(view).toMatchObject({
        communeName: "Millau",
        departementName: "Aveyron",
        academieName: "Toulouse",
        regionName: "Occitanie",
        unit: { sourceFile: "essai" },
        owner: null,
        labels: [],
        mayReadApplications: false,
      });
      expect(await schoolView(work, [], uai)).toBeUndefined();
      expect(await schoolView(work, everywhere, "0310001A")).toBeUndefined();
    });
  });
});
