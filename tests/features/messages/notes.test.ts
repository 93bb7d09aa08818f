import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { closeExamination } from "~/features/examine-applications/close-examination.server";
import { startExamination } from "~/features/examine-applications/start-examination.server";
import { messagesView } from "~/features/messages/messages-view.server";
import { notesView, removeNote, writeNote } from "~/features/messages/notes.server";
import { writeDigests } from "~/features/messages/write-digests.server";
import { findApplication } from "~db/repositories/applications.server";
import { listNotes } from "~db/repositories/internal-notes.server";
import { listMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertStarted } from "~tests/factories/started-application";
import { threadStory } from "~tests/factories/thread";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const secret = "À rappeler : le proviseur hésite.";

const note = (work: Work, actor: Actor, applicationId: string, key = randomUUID(), body = secret) =>
  writeNote({ ...work, actor }, scopeFor(actor, "examination.correct"), {
    ...{ applicationId, key, body },
  });
const view = (work: Work, actor: Actor, slug: string, id: string) =>
  notesView({ ...work, actor }, scopeFor(actor, "examination.read"), {
    ...{ slug, id, removing: null },
  });

describe("internal notes", () => {
  it("are read by those who examine, and by nobody else", () =>
    db.inWork(async (work) => {
      const { head, officer, applicationId, slug } = await threadStory(work, "notes-lues", 841);
      expect(await note(work, officer, applicationId)).toEqual({ ok: true });
      const region = await insertActor(work, [
        { role: "region-officer", scopeKind: "region", scopeCode: "76" },
      ]);
      expect((await view(work, officer, slug, applicationId))?.notes[0]).toMatchObject({
        body: secret,
        isOwn: true,
      });
      const seen = await view(work, region, slug, applicationId);
      expect([seen?.notes[0]?.body, seen?.mayWrite]).toEqual([secret, false]);
      const other = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "11" },
      ]);
      const juror = await insertActor(work, [
        { role: "juror", scopeKind: "everything", scopeCode: "" },
      ]);
      for (const actor of [head, other, juror]) {
        expect(await view(work, actor, slug, applicationId)).toBeUndefined();
      }
      for (const actor of [head, other, juror, region]) {
        expect(await note(work, actor, applicationId)).toEqual({ ok: false, reason: "not-found" });
      }
      expect(await view(work, officer, "autre-campagne", applicationId)).toBeUndefined();
    }));

  it("reach no page of the school, and no mail", () =>
    db.inWork(async (work) => {
      const { head, officer, applicationId } = await threadStory(work, "notes-secretes", 842);
      await note(work, officer, applicationId);
      const examiner = { ...work, actor: officer };
      const scope = scopeFor(officer, "examination.correct");
      await startExamination(examiner, scope, applicationId);
      const found = await findApplication(work.tx, scope, applicationId);
      const version = found?.application.version ?? 0;
      await closeExamination(examiner, scope, { applicationId, opinion: "Favorable.", version });
      const school = { ...work, actor: head };
      const pages = [
        await applicationHomeView(school, scopeFor(head, "application.read"), applicationId),
        await messagesView(school, scopeFor(head, "application.answer"), {
          ...{ id: applicationId, side: "school", before: null },
        }),
      ];
      await writeDigests(work, null);
      expect(JSON.stringify([pages, await listMails(work.tx, 1000)])).not.toContain("hésite");
    }));

  it("sent twice are one; the same key given to other words is another", () =>
    db.inWork(async (work) => {
      const { officer, applicationId } = await threadStory(work, "notes-double", 843);
      const key = randomUUID();
      await note(work, officer, applicationId, key);
      await note(work, officer, applicationId, key);
      expect(await listNotes(work.tx, applicationId)).toHaveLength(1);
      await note(work, officer, applicationId, key, "Autre chose.");
      expect(await listNotes(work.tx, applicationId)).toHaveLength(2);
    }));

  it("are taken away by their author only, and then read by nobody", () =>
    db.inWork(async (work) => {
      const { officer, applicationId, slug } = await threadStory(work, "notes-retirees", 844);
      await note(work, officer, applicationId);
      const [written] = await listNotes(work.tx, applicationId);
      const colleague = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
      ]);
      const remove = (actor: Actor, noteId = written?.id ?? "") =>
        removeNote({ ...work, actor }, scopeFor(actor, "examination.correct"), {
          ...{ applicationId, noteId },
        });
      expect(await remove(colleague)).toEqual({ ok: false, reason: "not-own" });
      expect(await remove(officer, "inconnue")).toEqual({ ok: false, reason: "not-found" });
      expect(await remove(officer)).toEqual({ ok: true });
      expect(await remove(officer)).toEqual({ ok: true });
      const shown = await view(work, officer, slug, applicationId);
      expect(shown?.notes).toMatchObject([{ body: null, author: officer.name }]);
    }));

  it("wait for a submission: examiners know nothing of a draft", () =>
    db.inWork(async (work) => {
      const { applicationId } = await insertStarted(work);
      const officer = await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
      ]);
      expect(await note(work, officer, applicationId)).toEqual({ ok: false, reason: "not-found" });
    }));
});

it("fifty at once with one key write one note", async () => {
  const { officer, applicationId } = await db.committed((work) =>
    threadStory(work, "notes-50", 845),
  );
  const key = randomUUID();
  const done = await Promise.all(
    Array.from({ length: 50 }, () =>
      db.committed((work) => note(work, officer, applicationId, key)),
    ),
  );
  expect(done.every(({ ok }) => ok)).toBe(true);
  expect(await db.committed((work) => listNotes(work.tx, applicationId))).toHaveLength(1);
});
