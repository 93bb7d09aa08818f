import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { proofToSend } from "~/features/proofs/proof-view.server";
import { insertProof, listProofs } from "~db/repositories/proofs.server";
import { askedFile, save } from "~tests/factories/asked-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("what a school did not send yet", () => {
  it("is no file to download for whoever examines", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner } = await askedFile(work);
      const [sealed] = await listProofs(work.tx, applicationId);
      if (!sealed) throw new Error("La preuve d’essai manque.");
      const { questionId, mediaType, size, sha256 } = sealed;
      const { id } = await insertProof(work.tx, {
        ...{ applicationId, questionId, mediaType, size, sha256 },
        name: "acte-page-2.pdf",
        addedBy: school.actor.personId,
        addedAt: work.now,
      });
      const readBy = ({ actor }: typeof work, proofId: string) =>
        proofToSend(
          { ...work, actor },
          scopeFor(actor, "application.read"),
          applicationId,
          proofId,
        );
      expect((await readBy(school, id))?.name).toBe("acte-page-2.pdf");
      expect((await readBy(examiner, sealed.id))?.name).toBe(sealed.name);
      expect(await readBy(examiner, id)).toBeUndefined();
    }));

  it("is not told by when, and by whom, it was saved", () =>
    db.inWork(async (work) => {
      const { applicationId, school, examiner } = await askedFile(work);
      const home = async ({ actor }: typeof work) =>
        (
          await applicationHomeView(
            { ...work, actor },
            scopeFor(actor, "application.read"),
            applicationId,
          )
        )?.lastSave;
      const before = await home(examiner);
      const later = { ...school, now: new Date(work.now.getTime() + 60_000) };
      expect((await save(later, applicationId, "projet", true)).ok).toBe(true);
      expect((await home(school))?.at).toBe(later.now.toISOString());
      expect(await home(examiner)).toEqual(before);
    }));
});
