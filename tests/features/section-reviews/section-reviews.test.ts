import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { reviewAnswersView } from "~/features/review-answers/review-answers-view.server";
import { answerReview } from "~/features/section-reviews/answer-review.server";
import { askReview } from "~/features/section-reviews/ask-review.server";
import { sectionReviewsView } from "~/features/section-reviews/section-reviews-view.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { submitView } from "~/features/submit-application/submit-view.server";
import { findApplication } from "~db/repositories/applications.server";
import { listJournal } from "~db/repositories/journal.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const writing = (actor: Actor) => scopeFor(actor, "application.answer");
const reading = (actor: Actor) => scopeFor(actor, "application.read");
const as = (work: Work, actor: Actor): Work => ({ ...work, actor });

/** A draft whose first section is answered whole, with its head and a colleague. */
async function teamOf(work: Work, rank = 1) {
  const started = await insertStarted(work, {
    rank,
    campaign: { slug: `relectures-${rank}` },
    answers: { projet: true, resume: "Le numérique au service de tous" },
  });
  const colleague = await insertActor(
    work,
    [{ role: "school-member", scopeKind: "school", scopeCode: started.uai }],
    { givenName: "Julien", familyName: "Roques", email: `julien-${rank}@exemple.fr` },
  );
  return { ...started, colleague };
}

type Team = Awaited<ReturnType<typeof teamOf>>;

const ask = (work: Work, { applicationId, colleague }: Team, sectionId = "pilotage") =>
  askReview(as(work, colleague), writing(colleague), {
    applicationId,
    sectionId,
    message: "Les chiffres sont-ils les bons ?",
  });

const answer = (work: Work, actor: Actor, { applicationId }: Team, sectionId = "pilotage") =>
  answerReview(as(work, actor), writing(actor), { applicationId, sectionId });

const homeOf = (work: Work, actor: Actor, { applicationId }: Team) =>
  applicationHomeView(as(work, actor), reading(actor), applicationId);

const actionsOn = async (work: Work, { applicationId }: Team) =>
  (await listJournal(work.tx, { kind: "application", id: applicationId })).map(
    ({ action, actorLabel }) => [action, actorLabel],
  );

describe("asking that a section be read again", () => {
  it("shows it to the team, to read, until somebody has read it", async () => {
    await db.inWork(async (work) => {
      const team = await teamOf(work);
      expect((await homeOf(work, team.head, team))?.sections[0]).toMatchObject({
        state: "complete",
        review: null,
      });
      expect(await ask(work, team)).toEqual({ ok: true, isNew: true });
      expect((await homeOf(work, team.head, team))?.sections).toMatchObject([
        { id: "pilotage", state: "to-reread", review: { askedBy: "Julien Roques", isOwn: false } },
        { state: "untouched", review: null },
      ]);
      expect((await homeOf(work, team.colleague, team))?.sections[0]?.review).toMatchObject({
        isOwn: true,
        message: "Les chiffres sont-ils les bons ?",
      });
      expect(await answer(work, team.head, team)).toEqual({ ok: true, isNew: true });
      expect((await homeOf(work, team.head, team))?.sections[0]).toMatchObject({
        state: "complete",
        review: null,
      });
      expect(await actionsOn(work, team)).toEqual([
        ["section.review-asked", "Julien Roques"],
        ["section.review-done", "Hélène Castagné"],
      ]);
    });
  });

  it("is asked once at a time for a section, and again once answered", async () => {
    await db.inWork(async (work) => {
      const team = await teamOf(work);
      await ask(work, team);
      expect(await ask(work, team)).toEqual({ ok: true, isNew: false });
      const other = { applicationId: team.applicationId, sectionId: "pilotage", message: null };
      expect(await askReview(as(work, team.head), writing(team.head), other)).toEqual({
        ok: false,
        reason: "already-asked",
      });
      expect((await answer(work, team.colleague, team)).ok).toBe(true);
      expect(await answer(work, team.head, team)).toEqual({ ok: true, isNew: false });
      expect(await askReview(as(work, team.head), writing(team.head), other)).toEqual({
        ok: true,
        isNew: true,
      });
      expect(await actionsOn(work, team)).toHaveLength(3);
    });
  });

  it("leaves one open request of fifty sent at once", async () => {
    const team = await db.committed((work) => teamOf(work, 71));
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => db.committed((work) => ask(work, team))),
    );
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(asked.filter((result) => result.ok && result.isNew)).toHaveLength(1);
    const done = await Promise.all(
      Array.from({ length: 50 }, () => db.committed((work) => answer(work, team.head, team))),
    );
    expect(done.filter((result) => result.ok && result.isNew)).toHaveLength(1);
    await db.inWork(async (work) => expect(await actionsOn(work, team)).toHaveLength(2));
  });

  it("is refused for what has no answer or is not asked, out of scope, and once submitted", async () => {
    await db.inWork(async (work) => {
      const team = await teamOf(work);
      const reasonOf = async (sectionId: string, actor = team.colleague) => {
        const input = { applicationId: team.applicationId, sectionId, message: null };
        const result = await askReview(as(work, actor), writing(actor), input);
        return result.ok ? "ok" : result.reason;
      };
      const [, second] = (await homeOf(work, team.head, team))?.sections ?? [];
      expect(await reasonOf(second?.id ?? "")).toBe("untouched");
      expect(await reasonOf("licorne")).toBe("not-asked");
      const stranger = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: "0120001A" },
      ]);
      expect(await reasonOf("pilotage", stranger)).toBe("not-found");
      expect(await answer(work, stranger, team)).toEqual({ ok: false, reason: "not-found" });
      const officer = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
      ]);
      expect(await reasonOf("pilotage", officer)).toBe("not-found");
    });
  });

  it("warns before the submission, and does not keep from it", async () => {
    await db.inWork(async (work) => {
      const started = await insertStarted(work, { rank: 72 });
      const { applicationId, head } = started;
      const input = { applicationId, sectionId: "pilotage", message: null };
      await askReview(as(work, head), writing(head), input);
      const sentence = "1. Pilotage\u00a0: Vous avez demandé une relecture";
      const submit = await submitView(as(work, head), writing(head), applicationId);
      expect(submit?.reviews).toMatchObject([{ text: sentence }]);
      expect(submit?.blockers).toEqual([]);
      const review = await reviewAnswersView(as(work, head), reading(head), applicationId);
      expect(review?.reviews).toMatchObject([{ text: sentence }]);
      const submitted = await submitApplication(
        as(work, head),
        scopeFor(head, "application.submit"),
        { applicationId, declared: true },
      );
      expect(submitted.ok).toBe(true);
      expect(await askReview(as(work, head), writing(head), input)).toEqual({
        ok: false,
        reason: "closed",
      });
      expect(await sectionReviewsView(as(work, head), writing(head), applicationId)).toEqual({
        ok: false,
        reason: "closed",
      });
    });
  });
});

describe("who has a section", () => {
  it("is told first by those to whom it is entrusted for this campaign, today", async () => {
    await db.inWork(async (work) => {
      const team = await teamOf(work);
      const sections = async () => (await homeOf(work, team.head, team))?.sections ?? [];
      expect((await sections()).map(({ holders }) => holders)).toEqual([[], []]);
      const { campaignId } = await campaignOf(work, team);
      const entrust = (familyName: string, more: Record<string, unknown> = {}) =>
        insertActor(
          work,
          [
            {
              role: "school-member",
              scopeKind: "school",
              scopeCode: team.uai,
              campaignId,
              sections: ["pilotage"],
              ...more,
            },
          ],
          { givenName: "Sophie", familyName, email: `${familyName.toLowerCase()}@exemple.fr` },
        );
      await entrust("Marty");
      await entrust("Partie", { validUntil: "2020-01-01" });
      expect((await sections()).map(({ holders }) => holders)).toEqual([["Sophie Marty"], []]);
      expect((await sections())[0]?.authors).toEqual(["Hélène Castagné"]);
    });
  });
});

async function campaignOf(work: Work, { applicationId, head }: Team) {
  const file = await findApplication(work.tx, reading(head), applicationId);
  if (!file) throw new Error("Candidature d’essai introuvable.");
  return file.application;
}
