import { describe, expect, it } from "vitest";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { readFile } from "~/features/application-file/read-file.server";
import { askCompletion } from "~/features/complete-application/ask-completion.server";
import { cancelCompletion } from "~/features/complete-application/change-completion.server";
import { findLastSubmission } from "~db/repositories/applications.server";
import { answers, askedFile, dayIn, save, send } from "~tests/factories/asked-file";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertSubmitted } from "~tests/factories/submitted-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("fifty at once", () => {
  it("open one request", async () => {
    const file = await db.committed(async (work) => {
      const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug: "label-50" }));
      return insertSubmitted(work, campaign, { rank: 42 });
    });
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        db.committed((work) =>
          askCompletion({ ...work, actor: file.head }, everywhere, {
            applicationId: file.applicationId,
            questions: [{ questionId: "ent", reason: "À préciser." }],
            dueOn: dayIn(3),
            message: null,
          }),
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok && result.reason === "already-asked"),
    ).toHaveLength(49);
  });

  it("save, send and cancel: one end, and what is kept is what was sealed", async () => {
    const story = await db.committed((work) => askedFile(work, "label-course", 43));
    const { applicationId, asked } = story;
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        db.committed(async (work) => {
          const school = { ...work, actor: story.head };
          if (index % 3 === 0) {
            await save(school, applicationId, "resume", `Essai ${index}`, 0);
            const saved = await save(school, applicationId, "projet", true);
            return { act: "save", ok: saved.ok };
          }
          if (index % 3 === 1) {
            const sent = await send(school, applicationId, asked.requestId);
            return { act: "send", ok: sent.ok && sent.isNew };
          }
          const cancelled = await cancelCompletion(
            { ...work, actor: story.officer },
            scopeFor(story.officer, "examination.correct"),
            { applicationId, requestId: asked.requestId, version: 1, reason: "Sans objet." },
          );
          return { act: "cancel", ok: cancelled.ok };
        }),
      ),
    );
    expect(results.filter(({ act, ok }) => ok && act !== "save")).toHaveLength(1);
    await db.committed(async (work) => {
      const school = { ...work, actor: story.head };
      const own = await readFile(school, answers(story.head), applicationId);
      const last = await findLastSubmission(work.tx, applicationId);
      const sealed = JSON.parse(last?.snapshot ?? "{}") as { answers: Record<string, unknown> };
      expect(sealed.answers.projet).toEqual(own?.input.answers.projet);
      expect((await save(school, applicationId, "projet", true)).ok).toBe(false);
    });
  });
});
