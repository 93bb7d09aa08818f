import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { composeUai } from "~/domain/directory/uai";
import type { DocumentModel } from "~/features/documents/document-model";
import {
  readApplicationDocument,
  readDraftDocument,
  readReceiptDocument,
} from "~/features/documents/read-document.server";
import { signApplication } from "~/features/sign-application/sign-application.server";
import { signView } from "~/features/sign-application/sign-view.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { resumeApplication } from "~/features/withdraw-application/resume-application.server";
import { withdrawApplication } from "~/features/withdraw-application/withdraw-application.server";
import { saveInspectionAreas } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { askedFile, save, send } from "~tests/factories/asked-file";
import { insertActor } from "~tests/factories/person";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertStarted, insertStartedCall } from "~tests/factories/started-application";
import { insertSubmitted } from "~tests/factories/submitted-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

type Address = Parameters<typeof readApplicationDocument>[2];
const reads = (work: Work, actor: Actor, address: Address) =>
  readApplicationDocument({ ...work, actor }, scopeFor(actor, "application.read"), address);
const examines = (work: Work, actor: Actor, address: Address) =>
  readApplicationDocument({ ...work, actor }, scopeFor(actor, "examination.read"), address);
const drafts = (work: Work, actor: Actor, id: string) =>
  readDraftDocument({ ...work, actor }, scopeFor(actor, "application.answer"), id);

/** What a document says, a line a block. */
function linesOf(model: DocumentModel | undefined): string[] {
  return (model?.blocks ?? []).map((block) => {
    switch (block.kind) {
      case "heading":
        return `H${block.level} ${block.text}`;
      case "list":
        return `- ${block.items.join(" / ")}`;
      case "table":
        return block.rows.map((row) => row.join(" = ")).join(" / ");
      case "qr-code":
        return `QR ${block.address}`;
      default:
        return block.text;
    }
  });
}

describe("the whole application as a document", () => {
  it("says what was sealed, by section, numbered as the pages are, hidden questions left out", () =>
    db.inWork(async (work) => {
      const campaign = await insertCampaignDocument(work, buildSmallCampaign());
      const { applicationId, head } = await insertSubmitted(work, campaign, {
        rank: 71,
        answers: { projet: false, resume: "Caché", ent: true },
        proofs: ["acte"],
      });
      const found = await reads(work, head, { id: applicationId });
      const lines = linesOf(found?.model);
      const from = lines.indexOf("H2 1. Pilotage");
      expect(lines.slice(from, lines.indexOf("H2 Scores déclarés par axe"))).toEqual([
        "H2 1. Pilotage",
        "H3 1.1 Un projet numérique est-il écrit ?",
        "Non",
        "H3 1.3 Joignez le projet",
        "- projet.pdf, 12\u00a0ko. Non analysé",
        "H2 2. Usages",
        "H3 2.1 L’ENT est-il ouvert aux familles ?",
        "Oui",
      ]);
      expect(lines).toContain("Je déclare sur l’honneur.");
      expect(lines.some((line) => /^QR http.*\/verifier\/ESSAI-/.test(line))).toBe(true);
      expect(lines.some((line) => /^[0-9a-f]{64}$/.test(line))).toBe(true);
      expect(lines.join("\n")).not.toContain("Caché");
      expect(found?.name).toMatch(/^candidature-ESSAI-/);
    }));

  it("is out of reach beyond the scope, under another campaign, and before any submission", () =>
    db.inWork(async (work) => {
      const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug: "label-a" }));
      const { applicationId: id, head } = await insertSubmitted(work, campaign, { rank: 71 });
      const examiner = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
      ]);
      const elsewhere = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "11" },
      ]);
      const { head: other, applicationId: draft } = await insertStarted(work, { rank: 72 });
      expect(await examines(work, examiner, { id, slug: "label-a" })).toBeDefined();
      expect(await examines(work, examiner, { id, slug: "label-b" })).toBeUndefined();
      expect(await examines(work, elsewhere, { id, slug: "label-a" })).toBeUndefined();
      expect(await reads(work, other, { id })).toBeUndefined();
      expect(await reads(work, other, { id: draft })).toBeUndefined();
      expect(await reads(work, head, { id, number: 2 })).toBeUndefined();
      expect(await reads(work, head, { id: "x" })).toBeUndefined();
    }));

  it("never tells what the school has not sent, and keeps each submission apart", () =>
    db.inWork(async (work) => {
      const { applicationId: id, school, examiner, head, slug, asked } = await askedFile(work);
      await save(school, id, "projet", true);
      await save(school, id, "resume", "Pas encore transmis", 0);
      const answered = async (found: ReturnType<typeof reads>) => {
        const lines = linesOf((await found)?.model);
        return lines[lines.indexOf("H3 1.1 Un projet numérique est-il écrit ?") + 1];
      };
      for (const found of [
        reads(work, head, { id }),
        reads(work, examiner.actor, { id }),
        examines(work, examiner.actor, { id, slug }),
      ]) {
        expect(await answered(found)).toBe("Non");
      }
      expect(await drafts(work, examiner.actor, id)).toBeUndefined();
      const draft = linesOf((await drafts(work, head, id))?.model);
      expect(draft).toContain("Pas encore transmis");
      expect((await send(school, id, asked.requestId)).ok).toBe(true);
      expect(await answered(examines(work, examiner.actor, { id, slug }))).toBe("Oui");
      expect(await answered(examines(work, examiner.actor, { id, slug, number: 1 }))).toBe("Non");
      expect(await drafts(work, head, id)).toBeUndefined();
      const receipts = await Promise.all(
        ([1, "last"] as const).map((number) =>
          readReceiptDocument(work, scopeFor(head, "application.read"), { id, number }),
        ),
      );
      expect(new Set(receipts.map((receipt) => receipt?.name)).size).toBe(2);
    }));

  it("names who signed, in which quality and for which school", () =>
    db.inWork(async (work) => {
      const area = composeUai(9_992_012);
      await saveInspectionAreas(work.tx, {
        circonscriptions: [{ code: area, name: "Millau", departementCode: "12" }],
        bassins: [],
      });
      const { applicationId, mayor, directors, inspector } = await insertStartedCall(work, area);
      for (const signer of [...directors, inspector]) {
        const own = { ...work, actor: signer };
        const view = await signView(own, scopeFor(signer, "application.read"), applicationId);
        await signApplication(own, scopeFor(signer, "application.sign"), {
          applicationId,
          statement: "J’ai lu.",
          contentSha256: view?.contentSha256 ?? "",
        });
      }
      const signed = async (found: ReturnType<typeof drafts>) => {
        const blocks = (await found)?.model.blocks ?? [];
        const table = blocks.find((block) => block.kind === "table" && block.header);
        return table?.kind === "table" ? table.rows.map(([quality, name]) => [quality, name]) : [];
      };
      const before = await signed(drafts(work, mayor, applicationId));
      expect(new Set(before.map(([quality]) => quality))).toEqual(
        new Set([
          "Directeur ou directrice d’école, École d’essai 51",
          "Directeur ou directrice d’école, École d’essai 52",
          "Inspecteur ou inspectrice de la circonscription",
        ]),
      );
      expect(before.map(([, name]) => name)).toContain(inspector.name);
      const sent = await submitApplication(
        { ...work, actor: mayor },
        scopeFor(mayor, "application.submit"),
        { applicationId, declared: true },
      );
      expect(sent.ok).toBe(true);
      expect(await signed(reads(work, mayor, { id: applicationId }))).toEqual(before);
      const lines = linesOf((await reads(work, mayor, { id: applicationId }))?.model);
      expect(lines.some((line) => line.startsWith(`${mayor.name}, maire, le `))).toBe(true);
    }));
});

describe("a draft as a document", () => {
  it("says what it is, what is missing, and carries no seal", () =>
    db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work, { answers: { projet: true } });
      const found = await drafts(work, head, applicationId);
      const lines = linesOf(found?.model);
      expect(lines[0]).toBe("Brouillon – non déposé");
      expect(found?.model.footer).toContain("Brouillon – non déposé");
      expect(found?.model.title).toContain("Brouillon – non déposé");
      expect(lines[lines.indexOf("H3 1.2 Quel est son titre ?") + 1]).toBe(
        "Réponse obligatoire, à donner",
      );
      expect(lines[lines.indexOf("H3 1.3 Joignez le projet") + 1]).toBe("Sans réponse");
      expect(lines.some((line) => /^QR|[0-9a-f]{64}|Vérifier|Déclaration/.test(line))).toBe(false);
    }));

  it("exists again once a withdrawn application is resumed, beside what was sealed", () =>
    db.inWork(async (work) => {
      const campaign = await insertCampaignDocument(work, buildSmallCampaign());
      const { applicationId: id, head } = await insertSubmitted(work, campaign, { rank: 71 });
      const own = { ...work, actor: head };
      const scope = scopeFor(head, "application.submit");
      expect(await drafts(work, head, id)).toBeUndefined();
      await withdrawApplication(own, scope, { applicationId: id, reason: null });
      expect(await drafts(work, head, id)).toBeUndefined();
      await resumeApplication(own, scope, id);
      expect(await drafts(work, head, id)).toBeDefined();
      expect(await reads(work, head, { id })).toBeDefined();
    }));
});

describe("reading a document", () => {
  it("sends as many statements whatever the file holds", () =>
    db.inWork(async (work) => {
      const campaign = await insertCampaignDocument(work, buildSmallCampaign());
      const bare = await insertSubmitted(work, campaign, { rank: 71 });
      const full = await insertSubmitted(work, campaign, {
        rank: 72,
        proofs: Array.from({ length: 12 }, () => "acte"),
      });
      const costs: number[] = [];
      for (const { applicationId, head } of [bare, full]) {
        const before = db.statementCount();
        await reads(work, head, { id: applicationId });
        costs.push(db.statementCount() - before);
      }
      // Nothing is asked of the antivirus for a file without proof.
      expect(costs[1]).toBe((costs[0] ?? 0) + 1);
      expect(costs[1]).toBeLessThanOrEqual(6);
    }));
});
