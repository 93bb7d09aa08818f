import { describe, expect, it } from "vitest";
import { visitor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { mostAddressFailures, throttleWindowMinutes } from "~/domain/access/throttling";
import { shortFingerprint } from "~/domain/application/document-standing";
import { checkDocument } from "~/features/verify-document/verification-view.server";
import { resumeApplication } from "~/features/withdraw-application/resume-application.server";
import { withdrawApplication } from "~/features/withdraw-application/withdraw-application.server";
import { insertSubmission, listSubmissions } from "~db/repositories/applications.server";
import { countFailures } from "~db/repositories/sessions.server";
import type { Work } from "~db/work.server";
import { askedFile, save, send } from "~tests/factories/asked-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

const check = (work: Work, numero: string, empreinte: string, address = "192.0.2.1") =>
  checkDocument({ ...work, actor: visitor }, { numero, empreinte }, { address });

/** What a document of one submission prints. */
async function printed(work: Work, applicationId: string, number: number) {
  const submissions = await listSubmissions(work.tx, applicationId);
  const found = submissions.find((submission) => submission.number === number);
  if (!found) throw new Error("Transmission d’essai introuvable.");
  return [found.receiptNumber, shortFingerprint(found.sha256)] as const;
}

describe("checking a document in public", () => {
  it("follows the application: current, replaced, withdrawn, resumed", () =>
    db.inWork(async (work) => {
      const { applicationId, school, asked, head } = await askedFile(work);
      const verdict = async (number: number) => {
        const result = await check(work, ...(await printed(work, applicationId, number)));
        return result.ok ? result.view.verdict : result.reason;
      };
      expect(await verdict(1)).toBe("current");
      await save(school, applicationId, "projet", true);
      await save(school, applicationId, "resume", "Notre projet", 0);
      expect((await send(school, applicationId, asked.requestId)).ok).toBe(true);
      expect([await verdict(1), await verdict(2)]).toEqual(["replaced", "current"]);
      const submits = scopeFor(head, "application.submit");
      await withdrawApplication(school, submits, { applicationId, reason: null });
      expect([await verdict(1), await verdict(2)]).toEqual(["replaced", "withdrawn"]);
      await resumeApplication(school, submits, applicationId);
      expect([await verdict(1), await verdict(2)]).toEqual(["replaced", "resumed"]);
    }));

  it("tells school, campaign and date to whoever has the fingerprint, and never a person", () =>
    db.inWork(async (work) => {
      const { applicationId, head } = await askedFile(work);
      const [number, fingerprint] = await printed(work, applicationId, 1);
      const right = await check(work, number, fingerprint);
      expect(right).toMatchObject({
        ok: true,
        view: {
          receiptNumber: number,
          verdict: "current",
          document: { campaign: "L@bel lycée numérique 2026", schools: "Lycée d’essai 41" },
        },
      });
      expect(JSON.stringify(right)).not.toContain(head.name);
      const wrong = await check(work, number, "0".repeat(16));
      expect(wrong).toEqual({
        ok: true,
        view: { receiptNumber: number, verdict: "mismatch", document: null },
      });
      expect(await check(work, "LLN-1999-0001", fingerprint)).toMatchObject({
        view: { verdict: "unknown", document: null },
      });
    }));

  it("confirms nothing of bytes that no longer give their seal", () =>
    db.inWork(async (work) => {
      const { applicationId } = await askedFile(work);
      const [sealed] = await listSubmissions(work.tx, applicationId);
      if (!sealed) throw new Error("Transmission d’essai introuvable.");
      const { id: _id, ...row } = sealed;
      const sha256 = `${shortFingerprint(sealed.sha256)}${"0".repeat(48)}`;
      await insertSubmission(work.tx, { ...row, number: 2, receiptNumber: "ESSAI-2", sha256 });
      const [number, fingerprint] = await printed(work, applicationId, 2);
      expect(await check(work, number, fingerprint)).toMatchObject({
        view: { verdict: "altered", document: null },
      });
    }));

  it("stops an address that searches, not one that checks", () =>
    db.inWork(async (work) => {
      const { applicationId } = await askedFile(work);
      const right = await printed(work, applicationId, 1);
      for (let tries = 0; tries < mostAddressFailures; tries += 1) {
        expect((await check(work, ...right)).ok).toBe(true);
        expect((await check(work, right[0], "0".repeat(16))).ok).toBe(true);
      }
      const stopped = { ok: false, reason: "too-many-attempts" };
      expect(await check(work, ...right)).toEqual(stopped);
      expect((await check(work, ...right, "192.0.2.2")).ok).toBe(true);
      const later = {
        ...work,
        now: new Date(work.now.getTime() + throttleWindowMinutes * 60_000 + 1),
      };
      expect((await check(later, ...right)).ok).toBe(true);
    }));
});

describe("fifty wrong checks at once from one address", () => {
  it("are each counted", async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, rank) =>
        db.committed((work) => check(work, `INCONNU-${rank}`, "0".repeat(16), "192.0.2.50")),
      ),
    );
    const since = new Date(Date.now() - throttleWindowMinutes * 60_000);
    const counted = await db.committed((work) =>
      countFailures(work.tx, "verify-address:192.0.2.50", since),
    );
    expect(counted).toBe(50);
  });
});
