import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { correctCriterion } from "~/features/examine-applications/correct-criterion.server";
import { examinationView } from "~/features/examine-applications/examination-view.server";
import { handleFileForm } from "~/features/examine-applications/handle-file-form.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { insertActor } from "~tests/factories/person";
import { setEnt, slug, view, withFile } from "~tests/factories/reviewed-case";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("scope and forms", () => {
  it("does not let another académie read or correct, nor a région officer correct", async () => {
    await withFile(db, async ({ work, file }) => {
      const { applicationId } = file;
      const montpellier = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "11" },
      ]);
      const elsewhere = scopeFor(montpellier, "examination.correct");
      expect(await startExamination(work, elsewhere, applicationId)).toEqual({
        ok: false,
        reason: "not-found",
      });
      const address = { slug, id: applicationId, correcting: null };
      const reading = scopeFor(montpellier, "examination.read");
      expect(await examinationView(work, reading, address)).toBeUndefined();
      const region = await insertActor(work, [
        { role: "region-officer", scopeKind: "region", scopeCode: "76" },
      ]);
      const regionWork = { ...work, actor: region };
      const page = await examinationView(regionWork, scopeFor(region, "examination.read"), address);
      expect(page?.allowed).toEqual({ start: false, correct: false, close: false, reopen: false });
      expect(scopeFor(region, "examination.correct")).toEqual([]);
    });
  });

  it("does not show a file under another campaign's address", async () => {
    await withFile(db, async ({ work, scope, file }) => {
      const address = { slug: "autre", id: file.applicationId, correcting: null };
      expect(await examinationView(work, scope, address)).toBeUndefined();
      const wrong = { slug, id: "pas-un-identifiant", correcting: null };
      expect(await examinationView(work, scope, wrong)).toBeUndefined();
    });
  });

  it("asks for a reason and keeps unreadable text out", async () => {
    await withFile(db, async ({ work, scope, file }) => {
      const send = (fields: readonly (readonly [string, string])[]) =>
        handleFileForm(work, scope, {
          id: file.applicationId,
          intent: "corriger",
          entries: fields,
        });
      const base = [
        ["question", "ent"],
        ["version", "0"],
        ["q.ent", "no"],
      ] as const;
      expect(await send(base)).toMatchObject({ ok: false, reason: "invalid" });
      expect(await send([...base, ["motif", "  "]])).toMatchObject({
        errors: { motif: expect.stringContaining("motif") },
      });
      expect(await send([...base, ["motif", "a\0b"]])).toMatchObject({
        errors: { motif: expect.stringContaining("illisibles") },
      });
      expect(await send([...base, ["motif", "Vérifié sur place."]])).toEqual({ ok: true });
      expect(await send([...base, ["motif", "Encore."]])).toMatchObject({ reason: "conflict" });
    });
  });

  it("opens the form of one question, filled with what is retained", async () => {
    await withFile(db, async (given) => {
      const { work, scope, file } = given;
      await correctCriterion(work, scope, { applicationId: file.applicationId, ...setEnt("no") });
      const page = await view(given, "ent");
      expect(page.correcting).toMatchObject({
        id: "ent",
        form: { name: "q.ent", control: { kind: "radio", value: "no" } },
        correction: { reason: "L’ENT n’est ouvert qu’aux élèves.", version: 1 },
      });
      expect((await view(given, "inconnue")).correcting).toBeNull();
    });
  });
});
