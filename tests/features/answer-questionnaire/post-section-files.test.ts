import { describe, expect, it } from "vitest";
import { listProofs } from "~db/repositories/proofs.server";
import { buildDraft } from "~tests/factories/draft-application";
import { useTestDatabase } from "~tests/support/database";

import { formOf, post, valuesOf } from "~tests/support/section-form";

const db = useTestDatabase();

describe("the files of a section, sent without JavaScript", () => {
  it("keeps the files that come with it, and removes one", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const form = await formOf(work, draft);
      form.append("fichiers.preuve", new File(["%PDF-1.7 projet"], "projet.pdf"));
      expect((await post(work, draft, form)).ok).toBe(true);
      const [proof] = await listProofs(work.tx, draft.applicationId);
      expect(proof).toMatchObject({ name: "projet.pdf", mediaType: "application/pdf", size: 15 });
      expect((await valuesOf(work, draft)).preuve).toMatchObject([{ name: "projet.pdf" }]);
      const removing = await formOf(work, draft, { "_retirer-preuve": proof?.id ?? "" });
      expect((await post(work, draft, removing)).ok).toBe(true);
      expect(await listProofs(work.tx, draft.applicationId)).toEqual([]);
      expect((await valuesOf(work, draft)).preuve).toBeNull();
    });
  });

  it.each<[string, string, string]>([
    ["vide.pdf", "", "Choisissez un autre fichier"],
    ["programme.exe", "MZ", "Joignez «\u00a0programme.exe\u00a0» dans un de ces formats"],
    ["faux.pdf", "MZ programme", "Enregistrez «\u00a0faux.pdf\u00a0» à nouveau"],
    ["lourd.pdf", `%PDF-${"x".repeat(200_000)}`, "Allégez «\u00a0lourd.pdf\u00a0»"],
  ])("refuses the file %s and says what to do", async (name, content, message) => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const form = await formOf(work, draft, { "q.intitule": "Gardé" });
      form.append("fichiers.preuve", new File([content], name));
      const result = await post(work, draft, form);
      if (result.ok || result.reason !== "to-correct") throw new Error("refus attendu");
      expect(result.problems[0]?.message).toContain(message);
      expect((await valuesOf(work, draft)).intitule).toBe("Gardé");
    });
  });

  it("refuses one file too many", async () => {
    await db.inWork(async (work) => {
      const draft = await buildDraft(work);
      const form = await formOf(work, draft);
      for (const rank of [1, 2, 3]) {
        form.append("fichiers.preuve", new File([`%PDF-${rank}`], `projet-${rank}.pdf`));
      }
      const result = await post(work, draft, form);
      expect(result).toMatchObject({ ok: false, status: 422 });
      expect(await listProofs(work.tx, draft.applicationId)).toHaveLength(2);
    });
  });
});
