import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { isUai } from "~/domain/directory/uai";
import { recordDefaultOwners } from "~/features/import-schools/record-default-owners.server";
import { handleOwnerForm } from "~/features/school-directory/handle-owner-form.server";
import { schoolOwnerView } from "~/features/school-directory/school-owner-view.server";
import { schoolView } from "~/features/school-directory/school-view.server";
import { verifyJournal } from "~/features/verify-journal/verify-journal.server";
import { findEquipmentOwner, loadUnits } from "~db/repositories/directory.server";
import { listJournal } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const now = new Date("2026-03-02T09:00:00Z");
const act = "Délibération n° 2026-12 du 3 mars 2026";

type Case = {
  work: Work;
  uai: string;
  send: (fields: Fields) => ReturnType<typeof handleOwnerForm>;
};
type Fields = Record<string, string>;

async function applyDefault(work: Work, uai: string): Promise<void> {
  if (!isUai(uai)) throw new Error(uai);
  await recordDefaultOwners(work.tx, [...(await loadUnits(work.tx, [uai])).values()], work.now);
}

/** A lycée of Aveyron whose owner the default rule has recorded, before the région's officer. */
function withSchool(task: (given: Case) => Promise<void>, overrides = {}): Promise<void> {
  return db.inWork(
    async (work) => {
      const uai = await insertSchool(work, overrides);
      await applyDefault(work, uai);
      const actor = await insertActor(work, [
        { role: "region-officer", scopeKind: "region", scopeCode: "76" },
      ]);
      const mine = { ...work, actor };
      const scope = scopeFor(actor, "equipment-owner.record");
      await task({
        work: mine,
        uai,
        send: async (fields) => {
          const form = new FormData();
          const view = await schoolOwnerView(mine, scope, uai);
          for (const [name, value] of Object.entries({ attendu: view?.mark ?? "", ...fields })) {
            form.append(name, value);
          }
          return handleOwnerForm(mine, scope, uai, form);
        },
      });
    },
    undefined,
    now,
  );
}

const decision = {
  proprietaire: "departement:12",
  depuis: "2026-09-01",
  source: act,
  intention: "enregistrer",
};

const seen = (work: Work, uai: string) =>
  schoolOwnerView(work, scopeFor(work.actor, "equipment-owner.record"), uai);

describe("the owner of a school's equipment", () => {
  it("is shown by its default rule, with the collectivités of its territory to choose from", async () => {
    await withSchool(async ({ work, uai }) => {
      const view = await seen(work, uai);
      expect(view?.lines).toEqual([
        {
          validFrom: "2026-03-02",
          validTo: null,
          owner: "Occitanie (région)",
          source: "Règle par défaut : lycée ou EREA public, à sa région",
          isDecision: false,
          isCurrent: true,
        },
      ]);
      expect(view?.candidates.map(({ value }) => value.split(":")[0])).toEqual([
        "region",
        "departement",
        "epci",
        "commune",
      ]);
      expect(view?.candidates[1]?.label).toBe("Aveyron (département)");
    });
  });

  it("is verified before it is recorded, then dated, journaled and followed on the day", async () => {
    await withSchool(async ({ work, uai, send }) => {
      expect(await send({ ...decision, intention: "verifier" })).toMatchObject({
        outcome: "answer",
        status: 200,
        answer: { step: "confirm", chosen: "Aveyron (département)" },
      });
      expect((await seen(work, uai))?.lines).toHaveLength(1);
      expect(await send(decision)).toEqual({ outcome: "done", said: "enregistree" });
      const ownerOn = async (day: string) =>
        (await findEquipmentOwner(work.tx, uai, day))?.ownerKind;
      expect([await ownerOn("2026-08-31"), await ownerOn("2026-09-01")]).toEqual([
        "region",
        "departement",
      ]);
      const [entry] = await listJournal(work.tx, { kind: "equipment-owner", id: uai });
      expect(entry).toMatchObject({
        action: "equipment-owner.recorded",
        actorLabel: work.actor.name,
      });
      expect(entry?.after).toMatchObject([{ ownerCode: "76" }, { ownerCode: "12", source: act }]);
      const page = await schoolView(work, scopeFor(work.actor, "directory.read"), uai);
      expect(page).toMatchObject({ mayRecordOwner: true, owner: { owner: "Occitanie (région)" } });
    });
  });

  it("is never overwritten by a new import", async () => {
    await withSchool(async ({ work, uai, send }) => {
      await send({ ...decision, depuis: "2026-02-01" });
      for (const day of ["2026-03-02", "2026-06-01"]) {
        const later = { ...work, now: new Date(`${day}T10:00:00Z`) };
        await applyDefault(later, uai);
        expect(await findEquipmentOwner(work.tx, uai, isoDayInParis(later.now))).toMatchObject({
          ownerCode: "12",
          overridden: true,
        });
      }
      expect((await seen(work, uai))?.lines).toHaveLength(1);
    });
  });

  it("goes back to the rule when its decision is cancelled, with a reason", async () => {
    await withSchool(async ({ work, uai, send }) => {
      await send(decision);
      const cancellation = { intention: "annuler", decision: "2026-09-01" };
      expect(await send({ ...cancellation, motif: "" })).toMatchObject({
        status: 422,
        answer: { step: "cancel", errors: { motif: expect.stringContaining("Indiquez") } },
      });
      expect(await send({ ...cancellation, motif: "Vote retiré" })).toEqual({
        outcome: "done",
        said: "annulee",
      });
      const view = await seen(work, uai);
      expect(view?.lines).toMatchObject([{ isDecision: false, validTo: null }]);
      expect(view?.writes.map(({ isCancellation }) => isCancellation)).toEqual([true, false]);
      expect(await send({ ...cancellation, motif: "Encore une fois" })).toMatchObject({
        status: 409,
      });
      const { findings } = await verifyJournal(work);
      expect(findings.filter(({ object }) => object?.kind === "equipment-owner")).toEqual([]);
    });
  });

  it("refuses in French a cancellation that names no decision, or not one that could be kept", async () => {
    await withSchool(async ({ send }) => {
      await send(decision);
      const cancellation = { intention: "annuler", motif: "Vote retiré" };
      const gone = "Cette décision n’existe plus : rechargez la page.";
      const incomplete: readonly Fields[] = [{}, { decision: "hier" }];
      for (const named of incomplete) {
        expect(await send({ ...cancellation, ...named })).toMatchObject({
          status: 422,
          answer: { step: "cancel", errors: { form: gone }, values: { motif: "Vote retiré" } },
        });
      }
      expect(await send({ ...cancellation, decision: "2026-09-01\u0000" })).toMatchObject({
        status: 422,
        answer: { errors: { form: expect.stringContaining("caractères illisibles") } },
      });
    });
  });

  it("may be another collectivité by its code, a syndicate, or none", async () => {
    await withSchool(async ({ work, uai, send }) => {
      const other = { ...decision, proprietaire: "autre" };
      await send({ ...other, nature: "commune", code: "31555", depuis: "2026-04-01" });
      await send({ ...other, nature: "sivos", code: "200012345", depuis: "2026-05-01" });
      await send({ ...decision, proprietaire: "aucune", depuis: "2026-06-01" });
      expect((await seen(work, uai))?.lines.map(({ owner }) => owner)).toEqual([
        "Aucune collectivité",
        "SIVOS, SIREN 200012345",
        "Toulouse (commune)",
        "Occitanie (région)",
      ]);
    });
  });

  it.each([
    [{ proprietaire: "" }, "proprietaire"],
    [{ proprietaire: "region:" }, "proprietaire"],
    [{ proprietaire: "royaume:76" }, "proprietaire"],
    [{ proprietaire: "region:76" }, "proprietaire"],
    [{ proprietaire: "commune:99999" }, "code"],
    [{ proprietaire: "autre", code: "31555" }, "nature"],
    [{ proprietaire: "autre", nature: "commune", code: "Toulouse" }, "code"],
    [{ proprietaire: "autre", nature: "commune", code: "31999" }, "code"],
    [{ depuis: "" }, "depuis"],
    [{ depuis: "2026-02-30" }, "depuis"],
    [{ depuis: "1982-12-31" }, "depuis"],
    [{ depuis: "2031-03-03" }, "depuis"],
    [{ source: "  " }, "source"],
    [{ source: "Acte \u0000 n° 1" }, "source"],
    [{ source: "a".repeat(501) }, "source"],
  ])("is refused with what to do, everything typed kept (case %#)", async (change, field) => {
    await withSchool(async ({ work, uai, send }) => {
      const fields = { ...decision, ...change };
      const answer = await send(fields);
      expect(answer).toMatchObject({ outcome: "answer", status: 422, answer: { values: fields } });
      if (answer.outcome !== "answer") throw new Error("refus attendu");
      expect(Object.keys(answer.answer.errors)).toEqual([field]);
      expect((await seen(work, uai))?.lines).toHaveLength(1);
    });
  });

  it("is refused when someone changed the history since it was read", async () => {
    await withSchool(async ({ send }) => {
      expect(await send({ ...decision, attendu: "autre chose" })).toMatchObject({
        status: 409,
        answer: { errors: { form: expect.stringContaining("Relisez") } },
      });
    });
  });
});

describe("who may say it", () => {
  it("a région's officer for its lycées only", async () => {
    await withSchool(
      async ({ work, uai, send }) => {
        expect(await seen(work, uai)).toBeUndefined();
        expect(await send(decision)).toEqual({ outcome: "not-found" });
        const reading = scopeFor(work.actor, "directory.read");
        expect(await schoolView(work, reading, uai)).toMatchObject({ mayRecordOwner: false });
      },
      { kind: "college", rank: 2 },
    );
    await withSchool(async ({ work, uai }) => expect(await seen(work, uai)).toBeUndefined(), {
      rank: 3,
      regionCode: "75",
      departementCode: "33",
      communeCode: "33063",
    });
    await withSchool(async ({ work, uai }) => expect(await seen(work, uai)).toBeDefined(), {
      rank: 4,
      kind: "college",
      kinds: ["college", "lycee"],
    });
  });

  it("an administrator for any school, a DANE officer for none", async () => {
    await db.inWork(async (work) => {
      const uai = await insertSchool(work, { kind: "ecole" });
      expect(await seen(work, uai)).toBeDefined();
      const dane = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
      ]);
      expect(scopeFor(dane, "equipment-owner.record")).toEqual([]);
      expect(await seen(work, "pas\u0000un-uai")).toBeUndefined();
    });
  });
});
