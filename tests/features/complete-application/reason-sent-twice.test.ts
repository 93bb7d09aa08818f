import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { cancelCompletion } from "~/features/complete-application/change-completion.server";
import { handleRequestForm } from "~/features/complete-application/handle-request-form.server";
import { findOpenCompletion } from "~db/repositories/completions.server";
import { askedFile, dayIn } from "~tests/factories/asked-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("the reason of a question, sent twice", () => {
  it("is the one that was checked: no unreadable character reaches the database", () =>
    db.inWork(async (work) => {
      const { applicationId, asked, examiner } = await askedFile(work);
      const scope = scopeFor(examiner.actor, "examination.correct");
      await cancelCompletion(examiner, scope, {
        ...{ applicationId, requestId: asked.requestId, version: 1 },
        reason: "Sans objet.",
      });
      const form = new FormData();
      for (const [name, value] of [
        ["echeance", dayIn(3)],
        ["question", "ent"],
        ["motif-ent", "À\u0000 préciser."],
        ["motif-ent", "À préciser."],
      ] as const) {
        form.append(name, value);
      }
      const input = { id: applicationId, intent: "demander", form } as const;
      expect(await handleRequestForm(examiner, scope, input)).toEqual({ ok: true });
      const open = await findOpenCompletion(work.tx, applicationId);
      expect(open?.questions).toEqual([{ questionId: "ent", reason: "À préciser." }]);
    }));
});
