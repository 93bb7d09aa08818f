import { describe, expect, it } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { applicationsView } from "~/features/create-application/applications-view.server";
import { createApplication } from "~/features/create-application/create-application.server";
import { listOpenings } from "~/features/create-application/openings.server";
import { listJournal } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import {
  buildCommuneCampaign,
  buildSmallCampaign,
  inDays,
  insertCampaignDocument,
} from "~tests/factories/small-campaign";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

const create = (work: Work, actor: Actor, campaignSlug: string, uais: readonly string[]) =>
  createApplication({ ...work, actor }, scopeFor(actor, "application.create"), {
    campaignSlug,
    uais,
  });

async function label(work: Work, overrides: Record<string, unknown> = {}, rank = 1) {
  const uai = await insertSchool(work, { rank });
  const { slug } = await insertCampaignDocument(work, buildSmallCampaign(overrides));
  const head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: uai }]);
  return { uai, slug, head };
}

describe("beginning an application", () => {
  it("is done by the head of a school in the perimeter, and journalled", async () => {
    const { result, journal, openings } = await db.inWork(async (work) => {
      const { uai, slug, head } = await label(work);
      const scope = scopeFor(head, "application.create");
      const before = await listOpenings({ ...work, actor: head }, scope);
      const made = await create(work, head, slug, [uai]);
      const after = await listOpenings({ ...work, actor: head }, scope);
      const id = made.ok ? made.application.id : "";
      return {
        result: made,
        journal: await listJournal(work.tx, { kind: "application", id }),
        openings: [before.length, after.length],
      };
    });
    expect(result).toMatchObject({ ok: true, application: { status: "draft" } });
    expect(journal.map((line) => line.action)).toEqual(["application.created"]);
    expect(openings).toEqual([1, 0]);
  });

  it("is refused before the opening and after the closing", async () => {
    const reasons = await db.inWork(async (work) => {
      const early = { slug: "a-venir-2026", calendar: { opensAt: inDays(1), closesAt: inDays(9) } };
      const late = { slug: "close-2026", calendar: { opensAt: inDays(-9), closesAt: inDays(-1) } };
      const first = await label(work, early);
      const second = await label(work, late);
      return [
        await create(work, first.head, first.slug, [first.uai]),
        await create(work, second.head, second.slug, [second.uai]),
        await create(work, second.head, "inconnue", [second.uai]),
      ];
    });
    for (const result of reasons)
      expect(result).toEqual({ ok: false, reason: "campaign-not-open" });
  });

  it("is refused out of the perimeter", async () => {
    const result = await db.inWork(async (work) => {
      const { slug } = await label(work);
      const uai = await insertSchool(work, { rank: 2, sector: "prive", contract: "hors-contrat" });
      const head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: uai }]);
      return create(work, head, slug, [uai]);
    });
    expect(result).toEqual({ ok: false, reason: "out-of-perimeter" });
  });

  it("is refused to whoever is neither legal applicant nor of the school", async () => {
    const results = await db.inWork(async (work) => {
      const { uai, slug } = await label(work);
      const other = await insertSchool(work, { rank: 3 });
      const stranger = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: other },
      ]);
      const mayor = await insertActor(work, [
        { role: "mayor", scopeKind: "commune", scopeCode: "12145" },
      ]);
      const teacher = await insertActor(work, [
        { role: "school-member", scopeKind: "school", scopeCode: uai },
      ]);
      return Promise.all(
        [stranger, mayor, teacher].map((actor) => create(work, actor, slug, [uai])),
      );
    });
    for (const result of results) {
      expect(result).toEqual({ ok: false, reason: "not-legal-applicant-or-member" });
    }
  });

  it("covers one school of a label, several of a call", async () => {
    const { several, commune, empty } = await db.inWork(async (work) => {
      const { uai, slug } = await label(work);
      const other = await insertSchool(work, { rank: 4 });
      const head = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: uai },
        { role: "head", scopeKind: "school", scopeCode: other },
      ]);
      const call = await insertCampaignDocument(work, buildCommuneCampaign());
      const schools = [
        await insertSchool(work, { rank: 5, kind: "ecole", name: "École d’essai 5" }),
        await insertSchool(work, { rank: 6, kind: "ecole", name: "École d’essai 6" }),
      ];
      const mayor = await insertActor(work, [
        { role: "mayor", scopeKind: "commune", scopeCode: "12145" },
      ]);
      return {
        several: await create(work, head, slug, [uai, other]),
        empty: await create(work, head, slug, []),
        commune: await create(work, mayor, call.slug, schools),
      };
    });
    expect(several).toEqual({ ok: false, reason: "one-school-only" });
    expect(empty).toEqual({ ok: false, reason: "no-school" });
    expect(commune).toMatchObject({
      ok: true,
      application: { applicantKind: "commune", applicantCode: "12145" },
    });
  });

  it("shows the applications of one's own schools only", async () => {
    const seen = await db.inWork(async (work) => {
      const { uai, slug, head } = await label(work);
      const other = await insertSchool(work, { rank: 7 });
      const neighbour = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: other },
      ]);
      await create(work, head, slug, [uai]);
      const viewOf = (actor: Actor) =>
        applicationsView({ ...work, actor }, scopeFor(actor, "application.answer"));
      return { own: await viewOf(head), neighbour: await viewOf(neighbour) };
    });
    expect(seen.own.applications).toMatchObject([{ title: "Lycée d’essai 1", status: "draft" }]);
    expect(seen.own.openings).toEqual([]);
    expect(seen.neighbour.applications).toEqual([]);
    expect(seen.neighbour.openings).toHaveLength(1);
  });

  it("gives one application to fifty requests at once", async () => {
    const { uai, slug, head } = await db.committed((work) =>
      label(work, { slug: "concours-2026" }, 8),
    );
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        db.committed((work) => create(work, head, slug, [uai]), system),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refused = results.filter((result) => !result.ok);
    expect(new Set(refused.map((result) => result.reason))).toEqual(new Set(["school-taken"]));
  });
});
