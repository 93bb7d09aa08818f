import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { createApplication } from "~/features/create-application/create-application.server";
import { startView } from "~/features/create-application/start-view.server";
import { maturityProfileView } from "~/features/maturity-profile/maturity-profile-view.server";
import { receiptView } from "~/features/receipt/receipt-view.server";
import { reviewAnswersView } from "~/features/review-answers/review-answers-view.server";
import { signView } from "~/features/sign-application/sign-view.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { submitView } from "~/features/submit-application/submit-view.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const reading = (actor: Actor) => scopeFor(actor, "application.read");
const as = (work: Work, actor: Actor): Work => ({ ...work, actor });

describe("the page of one application", () => {
  it("says what to do next, how far each section is and what locks the submission", async () => {
    const view = await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work, { answers: { projet: true } });
      return applicationHomeView(as(work, head), reading(head), applicationId);
    });
    expect(view?.resume).toMatchObject({ number: "1.2", section: "Pilotage" });
    expect(view?.sections).toMatchObject([
      { number: 1, state: "started", filled: 1, shown: 3, authors: ["Hélène Castagné"] },
      { number: 2, state: "untouched", filled: 0, shown: 1, authors: [] },
    ]);
    expect(view?.blockers).toMatchObject([
      { blocker: "incomplete", link: { label: "Aller à la question 1.2" } },
    ]);
    expect(view?.lastSave?.by).toBe("Hélène Castagné");
    expect(view?.team.map((member) => member.role)).toEqual(["head"]);
  });

  it("names as contact only who holds the office on the day", async () => {
    await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work);
      const day = (offset: number) =>
        new Date(work.now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
      const officer = { role: "dane-officer", scopeKind: "academie", scopeCode: "16" } as const;
      const contactOf = async () =>
        (await applicationHomeView(as(work, head), reading(head), applicationId))?.contact;
      const later = { validFrom: day(3) } as Partial<typeof officer>;
      const ended = { validUntil: day(-3) } as Partial<typeof officer>;
      await insertActor(work, [{ ...officer, ...later }], { email: "a-venir@exemple.fr" });
      await insertActor(work, [{ ...officer, ...ended }], { email: "parti@exemple.fr" });
      expect(await contactOf()).toBeNull();
      await insertActor(work, [officer], { email: "en-poste@exemple.fr" });
      expect(await contactOf()).toMatchObject({ email: "en-poste@exemple.fr" });
    });
  });

  it("is not there for another school's head", async () => {
    const views = await db.inWork(async (work) => {
      const { applicationId } = await insertStarted(work);
      const other = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: "0120001A" },
      ]);
      const scope = reading(other);
      return Promise.all([
        applicationHomeView(as(work, other), scope, applicationId),
        maturityProfileView(as(work, other), scope, applicationId),
        reviewAnswersView(as(work, other), scope, applicationId),
        submitView(as(work, other), scope, applicationId),
        signView(as(work, other), scope, applicationId),
        receiptView(as(work, other), scope, applicationId),
        applicationHomeView(as(work, other), scope, "pas-un-identifiant"),
      ]);
    });
    expect(views).toEqual(views.map(() => undefined));
  });
});

describe("the maturity profile", () => {
  it("gives the next level's conditions, the shortest way to it and the axes' minima", async () => {
    const view = await db.inWork(async (work) => {
      const answers = { projet: true, resume: "Le projet", ent: false };
      const { applicationId, head } = await insertStarted(work, { answers });
      return maturityProfileView(as(work, head), reading(head), applicationId);
    });
    // Pilotage 100 × 40 % + usages 25 × 60 % = 55.
    expect(view).toMatchObject({ score: 55, level: 1, hasNext: true, filled: 3, shown: 4 });
    expect(view?.aimed).toEqual({ level: 2, title: "Niveau 2" });
    expect(view?.conditions.map(({ id, isMet, gain }) => ({ id, isMet, gain }))).toEqual([
      { id: "n2-global", isMet: false, gain: 25 },
      { id: "n2-axes", isMet: false, gain: 35 },
    ]);
    expect(view?.conditions[1]?.axes).toEqual(["Usages pédagogiques"]);
    expect(view?.improvement).toMatchObject({
      isExact: true,
      score: 100,
      changes: [{ number: "2.1", current: "Non", proposed: "Oui", gain: 45 }],
    });
    expect(view?.improvement?.changes[0]?.to).toContain("/section/usages#question-ent");
    expect(view?.axes.map(({ score, minimum }) => [score, minimum])).toEqual([
      [100, 60],
      [25, 60],
    ]);
  });

  it("has nothing left to ask at the highest level", async () => {
    const view = await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work);
      return maturityProfileView(as(work, head), reading(head), applicationId);
    });
    expect(view).toMatchObject({ level: 2, hasNext: false, improvement: null });
    expect(view?.conditions.every((condition) => condition.isMet)).toBe(true);
  });
});

describe("the summary before sending", () => {
  it("shows each answer in French, marks what is missing and leaves out what is hidden", async () => {
    const view = await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work, { answers: { projet: false } });
      return reviewAnswersView(as(work, head), reading(head), applicationId);
    });
    const answers = view?.sections.flatMap((section) => section.answers) ?? [];
    expect(answers.map(({ number, text, state }) => [number, text, state])).toEqual([
      ["1.1", "Non", "answered"],
      ["1.3", "", "empty"],
      ["2.1", "", "missing"],
    ]);
    expect(view?.pending.map((answer) => answer.questionId)).toEqual(["ent"]);
  });

  it("is preceded, before the form, by what to prepare and how long it takes", async () => {
    const { before, after } = await db.inWork(async (work) => {
      const uai = await insertSchool(work);
      const { slug } = await insertCampaignDocument(work, buildSmallCampaign());
      const head = await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: uai }]);
      const scope = scopeFor(head, "application.create");
      const unbegun = await startView(as(work, head), scope, slug);
      await createApplication(as(work, head), scope, { campaignSlug: slug, uais: [uai] });
      return { before: unbegun, after: await startView(as(work, head), scope, slug) };
    });
    expect(before).toMatchObject({
      documents: ["Le projet d’établissement"],
      minutes: 40,
      sections: ["Pilotage", "Usages"],
      coversSeveral: false,
      schools: [{ name: "Lycée d’essai 1", commune: "Millau", departement: "Aveyron" }],
    });
    expect(after).toBeUndefined();
  });
});

describe("the receipt", () => {
  it("is read from the sealed snapshot, as a page and as a tagged PDF", async () => {
    const { before, view } = await db.inWork(async (work) => {
      const { applicationId, head } = await insertStarted(work);
      const scope = reading(head);
      const unsent = await receiptView(as(work, head), scope, applicationId);
      await submitApplication(as(work, head), scopeFor(head, "application.submit"), {
        applicationId,
        declared: true,
      });
      return {
        before: unsent,
        view: await receiptView(as(work, head), scope, applicationId),
      };
    });
    expect(before).toBeUndefined();
    expect(view).toMatchObject({
      receiptNumber: "LLN-2026-0001",
      score: 100,
      levelTitle: "Niveau\u00a02",
      isIntact: true,
      answerCount: 3,
      schools: [{ name: "Lycée d’essai 1" }],
    });
  });
});
