import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Action, everywhere, scopeFor } from "~/domain/access/permissions";
import { applicationHomeView } from "~/features/application-home/application-home-view.server";
import { examinationView } from "~/features/examine-applications/examination-view.server";
import { messageFileToSend } from "~/features/messages/message-file.server";
import { messagesView } from "~/features/messages/messages-view.server";
import { readMessages } from "~/features/messages/read-messages.server";
import type { FileStore } from "~/features/proofs/file-store";
import { withdrawApplication } from "~/features/withdraw-application/withdraw-application.server";
import { openDiskStore } from "~/http/disk-store.server";
import { keepContentRow, setScan } from "~db/repositories/file-contents.server";
import { listJobs } from "~db/repositories/jobs.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMessages } from "~db/repositories/messages.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { pdf, send, threadStory } from "~tests/factories/thread";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
let folder: string;
let store: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jalons-messages-"));
  store = openDiskStore(folder, "files", { isScanned: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Story = Awaited<ReturnType<typeof threadStory>>;

const lines = (work: Work, id: string) => listMessages(work.tx, id, { before: null, limit: 1000 });
const schoolView = (work: Work, { head, applicationId }: Story) =>
  messagesView({ ...work, actor: head }, scopeFor(head, "application.answer"), {
    id: applicationId,
    side: "school",
    before: null,
  });
const examinerView = (work: Work, { officer, applicationId, slug }: Story, before?: number) =>
  messagesView({ ...work, actor: officer }, scopeFor(officer, "examination.read"), {
    id: applicationId,
    side: "examination",
    slug,
    before: before ?? null,
  });
const read = (work: Work, story: Story, side: "school" | "examination", through: number) => {
  const actor = side === "school" ? story.head : story.officer;
  const action: Action = side === "school" ? "application.answer" : "examination.read";
  return readMessages({ ...work, actor }, scopeFor(actor, action), {
    applicationId: story.applicationId,
    side,
    through,
  });
};

describe("a thread", () => {
  it("is written by both sides, numbered, and read by each", () =>
    db.inWork(async (work) => {
      const story = await threadStory(work, "fil-lu", 801);
      const { head, officer, applicationId } = story;
      await send(work, head, "school", applicationId, { body: "Où trouver le barème ?" });
      await send(work, officer, "examination", applicationId, { body: "Sur la grille." });
      await send(work, officer, "examination", applicationId, { body: "Page 2." });
      const before = await schoolView(work, story);
      expect(
        before?.messages.map(({ number, isNew, isOwnSide }) => [number, isNew, isOwnSide]),
      ).toEqual([
        [1, false, true],
        [2, true, false],
        [3, true, false],
      ]);
      expect(before?.unreadThrough).toBe(3);
      const home = async () =>
        (
          await applicationHomeView(
            { ...work, actor: head },
            scopeFor(head, "application.read"),
            applicationId,
          )
        )?.thread;
      expect(await home()).toEqual({ all: 3, unread: 2 });
      await read(work, story, "school", 2);
      expect(await home()).toEqual({ all: 3, unread: 1 });
      // Going back to an older page unreads nothing.
      await read(work, story, "school", 1);
      expect(await home()).toEqual({ all: 3, unread: 1 });
      const theirs = await examinerView(work, story);
      expect(theirs?.messages.map(({ read: seen }) => seen?.by ?? null)).toEqual([
        null,
        head.name,
        null,
      ]);
      expect(theirs?.messages[0]?.isNew).toBe(true);
      const examined = () =>
        examinationView({ ...work, actor: officer }, scopeFor(officer, "examination.read"), {
          ...{ slug: story.slug, id: applicationId, correcting: null },
        });
      expect((await examined())?.thread).toEqual({ all: 3, unread: 1 });
      // A number that no message has yet reads nothing in advance.
      await read(work, story, "examination", 2_000_000_000);
      await send(work, head, "school", applicationId, { body: "Merci." });
      expect((await examined())?.thread).toEqual({ all: 4, unread: 1 });
    }));

  it("stays as it was written, and is in the journal", () =>
    db.inWork(async (work) => {
      const { head, applicationId } = await threadStory(work, "fil-journal", 802);
      await send(work, head, "school", applicationId, { body: "Un mot." });
      const [line] = await lines(work, applicationId);
      expect(line).toMatchObject({ body: "Un mot.", number: 1 });
      const journal = await listJournal(work.tx, { kind: "message", id: line?.id ?? "" });
      expect(journal.map(({ action }) => action)).toEqual(["message.sent"]);
    }));

  it("opens with the first submission, and outlives a withdrawal", () =>
    db.inWork(async (work) => {
      const draft = await insertStarted(work);
      const early = await send(work, draft.head, "school", draft.applicationId);
      expect(early).toEqual({ ok: false, reason: "not-submitted" });
      const story = await threadStory(work, "fil-retire", 803);
      await withdrawApplication(
        { ...work, actor: story.head },
        scopeFor(story.head, "application.submit"),
        { applicationId: story.applicationId, reason: null },
      );
      expect((await send(work, story.head, "school", story.applicationId)).ok).toBe(true);
      expect((await examinerView(work, story))?.messages).toHaveLength(1);
    }));

  it("is closed to whoever has no part in the file", () =>
    db.inWork(async (work) => {
      const story = await threadStory(work, "fil-ferme", 804);
      const { applicationId, slug } = story;
      await send(work, story.head, "school", applicationId, { files: [pdf()] });
      const [line] = await lines(work, applicationId);
      const fileId = line?.files[0]?.id ?? "";
      const region = { role: "region-officer", scopeKind: "region", scopeCode: "76" } as const;
      const people = {
        otherHead: await insertActor(work, [
          { role: "head", scopeKind: "school", scopeCode: "0129999X" },
        ]),
        otherDane: await insertActor(work, [
          { role: "dane-officer", scopeKind: "academie", scopeCode: "11" },
        ]),
        inspector: await insertActor(work, [
          { role: "ien", scopeKind: "everything", scopeCode: "" },
        ]),
        juror: await insertActor(work, [{ role: "juror", scopeKind: "everything", scopeCode: "" }]),
        region: await insertActor(work, [region]),
      };
      for (const [name, actor] of Object.entries(people)) {
        const mine = { ...work, actor };
        const answering = scopeFor(actor, "application.answer");
        const examining = scopeFor(actor, "examination.read");
        const asSchool = { id: applicationId, side: "school", before: null } as const;
        const asExaminer = { ...asSchool, side: "examination", slug } as const;
        expect(await messagesView(mine, answering, asSchool), name).toBeUndefined();
        expect(
          await messageFileToSend(mine, answering, { applicationId, fileId }),
          name,
        ).toBeUndefined();
        const view = await messagesView(mine, examining, asExaminer);
        // The région reads what is examined, and writes nothing in it.
        expect(view?.mayWrite, name).toBe(name === "region" ? false : undefined);
        for (const side of ["school", "examination"] as const) {
          expect(await send(work, actor, side, applicationId), name).toEqual({
            ok: false,
            reason: "not-found",
          });
        }
      }
      // A member of the team who writes one section reads and writes the thread.
      const member = await insertActor(work, [
        {
          role: "school-member",
          scopeKind: "school",
          scopeCode: story.uai,
          campaignId: story.campaign.id,
          sections: ["usages"],
        },
      ]);
      expect((await send(work, member, "school", applicationId)).ok).toBe(true);
    }));

  it("is shown by pages, each in as many statements whatever its length", () =>
    db.inWork(async (work) => {
      const costs: number[] = [];
      for (const [index, count] of [1, 130].entries()) {
        const story = await threadStory(work, `fil-long-${index}`, 805 + index);
        for (let rank = 1; rank <= count; rank += 1) {
          const files = rank % 3 === 0 ? [pdf(`piece-${rank}.pdf`)] : [];
          await send(work, story.head, "school", story.applicationId, {
            body: `Message ${rank}`,
            files,
          });
        }
        const start = db.statementCount();
        const view = await examinerView(work, story);
        costs.push(db.statementCount() - start);
        if (count === 1) continue;
        expect(view?.messages.map(({ number }) => number).slice(0, 2)).toEqual([81, 82]);
        expect(view?.olderBefore).toBe(81);
        const older = await examinerView(work, story, 31);
        expect(older?.messages.at(-1)?.number).toBe(30);
        expect([older?.olderBefore, older?.isPast]).toEqual([null, true]);
      }
      expect(costs[1]).toBe(costs[0]);
    }));
});

describe("a message sent twice", () => {
  it("is one, and the same key given to other words is another", () =>
    db.inWork(async (work) => {
      const { head, officer, applicationId } = await threadStory(work, "fil-double", 808);
      const key = randomUUID();
      const first = await send(work, head, "school", applicationId, { key, body: "Une fois." });
      const again = await send(work, head, "school", applicationId, { key, body: "Une fois." });
      expect([first, again]).toEqual([
        { ok: true, isNew: true },
        { ok: true, isNew: false },
      ]);
      await send(work, head, "school", applicationId, { key, body: "Autre chose." });
      await send(work, officer, "examination", applicationId, { key, body: "Une fois." });
      expect((await lines(work, applicationId)).map(({ body }) => body)).toEqual([
        "Une fois.",
        "Autre chose.",
        "Une fois.",
      ]);
    }));

  it("fifty at once is one, and fifty different ones are all there, in one order", async () => {
    const story = await db.committed((work) => threadStory(work, "fil-50", 809));
    const { head, applicationId } = story;
    const key = randomUUID();
    const once = await Promise.all(
      Array.from({ length: 50 }, () =>
        db.committed((work) => send(work, head, "school", applicationId, { key })),
      ),
    );
    expect(once.filter((result) => result.ok && result.isNew)).toHaveLength(1);
    expect(once.every(({ ok }) => ok)).toBe(true);
    await Promise.all(
      Array.from({ length: 50 }, (_, rank) =>
        db.committed((work) => send(work, head, "school", applicationId, { body: `${rank}` })),
      ),
    );
    const all = await db.committed((work) => lines(work, applicationId));
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
    expect(new Set(all.slice(1).map(({ body }) => body)).size).toBe(50);
  });
});

describe("files of a message", () => {
  it.each([
    ["too many", Array.from({ length: 6 }, (_, rank) => pdf(`${rank}.pdf`, `${rank}`)), "too-many"],
    ["of another format", [pdf("programme.exe")], "wrong-format"],
    ["that are not what their name says", [pdf("tableau.ods")], "wrong-content"],
  ] as const)("%s: nothing is sent", (_what, files, refusal) =>
    db.inWork(async (work) => {
      const { head, applicationId } = await threadStory(work, `fil-${refusal}`, 810);
      const sent = await send(work, head, "school", applicationId, { files: [...files] }, store);
      expect(sent).toMatchObject({ ok: false, reason: "file", refusal });
      expect(await lines(work, applicationId)).toEqual([]);
    }),
  );

  it("wait for the antivirus, and are opened by both sides once it has read them", () =>
    db.inWork(async (work) => {
      const story = await threadStory(work, "fil-fichier", 811);
      const { head, officer, applicationId } = story;
      await send(
        work,
        head,
        "school",
        applicationId,
        { files: [pdf("a.pdf"), pdf("b.pdf")] },
        store,
      );
      const jobs = await listJobs(work.tx, { state: null, kind: null }, { limit: 50, offset: 0 });
      expect(jobs.jobs.some(({ kind }) => kind === "scan-files")).toBe(true);
      const [waiting] = (await examinerView(work, story))?.messages ?? [];
      expect(waiting?.files.map(({ name, to }) => [name, to])).toEqual([
        ["a.pdf", null],
        ["b.pdf", null],
      ]);
      const [line] = await lines(work, applicationId);
      await setScan(work.tx, line?.files[0]?.sha256 ?? "", { scan: "clear" });
      const target = { applicationId, fileId: line?.files[0]?.id ?? "" };
      for (const [actor, action] of [
        [head, "application.answer"],
        [officer, "examination.read"],
      ] as const) {
        const mine = { ...work, actor };
        expect(await messageFileToSend(mine, scopeFor(actor, action), target)).toMatchObject({
          scan: "clear",
        });
      }
      const elsewhere = { ...target, applicationId: randomUUID() };
      expect(await messageFileToSend(work, everywhere, elsewhere)).toBeUndefined();
    }));

  it("in which a virus was found are refused by name", () =>
    db.inWork(async (work) => {
      const { head, applicationId } = await threadStory(work, "fil-virus", 812);
      const bad = pdf("piege.pdf", "virus");
      await keepContentRow(work.tx, bad.sha256, { isScanned: true, at: work.now });
      await setScan(work.tx, bad.sha256, { scan: "infected", signature: "Essai" });
      const files = [pdf(), bad];
      expect(await send(work, head, "school", applicationId, { files }, store)).toMatchObject({
        reason: "file",
        refusal: "infected",
        name: "piege.pdf",
      });
      expect(await lines(work, applicationId)).toEqual([]);
    }));
});

it("a campaign that is not this one's has no thread at its address", () =>
  db.inWork(async (work) => {
    const story = await threadStory(work, "fil-adresse", 813);
    await insertCampaignDocument(work, buildSmallCampaign({ slug: "fil-autre" }));
    const other = { ...story, slug: "fil-autre" };
    expect(await examinerView(work, other)).toBeUndefined();
    expect(await examinerView(work, { ...story, applicationId: "pas-un-uuid" })).toBeUndefined();
  }));
