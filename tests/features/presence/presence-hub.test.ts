import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { readEnvironment } from "~/env.server";
import { saveAnswer } from "~/features/answer-questionnaire/save-answer.server";
import { enterFile } from "~/features/presence/enter-file.server";
import type { FileState } from "~/features/presence/file-state";
import { openWatchedFile } from "~/features/presence/watched-file.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { createPresenceHub, type PresenceHub } from "~/http/presence-hub.server";
import { installRuntime, stopRuntime } from "~/http/runtime.server";
import { type Database, openServer } from "~db/client.server";
import { deleteSessionsOf } from "~db/repositories/sessions.server";
import { buildDraft, type Draft } from "~tests/factories/draft-application";
import { journalKey, useTestDatabase } from "~tests/support/database";
import { sql } from "~tests/support/raw-sql";

const db = useTestDatabase();
let draft: Draft;
let rank = 700;
let hub: PresenceHub;
/** Transactions that the hub opened. */
let transactions = 0;

/** The database of the tests, its transactions counted. */
function counted(database: Database): Database {
  return {
    ...database,
    transaction: (task) => {
      transactions += 1;
      return database.transaction(task);
    },
  };
}
const install = (database: Database) =>
  installRuntime({
    env: readEnvironment({ NODE_ENV: "test" }),
    database,
    journalKey,
    guard: undefined,
    stop: async () => undefined,
  });

beforeEach(async () => {
  install(counted(db.database()));
  rank += 1;
  draft = await db.committed((work) => buildDraft(work, rank));
  // Turned by hand: an hour between two turns of its own.
  hub = createPresenceHub(3_600_000);
});
afterEach(async () => {
  hub.stop();
  vi.useRealTimers();
  await stopRuntime();
});

type Page = { readonly states: () => FileState[]; isEnded: boolean; leave: () => void };

/** A page that listens to the draft, with what it was told. */
async function listen(personId: string): Promise<Page> {
  const { cookie, file } = await db.committed(async (work) => ({
    cookie: (await openSession(work, personId, null)).split(";")[0],
    file: await openWatchedFile(work, draft.scope, draft.applicationId),
  }));
  if (!file.ok) throw new Error("Candidature fermée.");
  const { applicationId, places } = file;
  const taken = hub.take({ applicationId, personId, cookie, places });
  if (!taken.ok) throw new Error("Aucune place.");
  const texts: string[] = [];
  const page: Page = {
    states: () =>
      texts.flatMap((text) =>
        text.startsWith("data: ") ? [JSON.parse(text.slice(6)) as FileState] : [],
      ),
    isEnded: false,
    leave: () => undefined,
  };
  page.leave = taken.stream({
    write: (text) => texts.push(text),
    end: () => {
      page.isEnded = true;
    },
  });
  expect(texts).toEqual(["retry: 3000\n\n"]);
  return page;
}

const enter = (actor: Draft["head"], questionId: string | null = null) =>
  db.committed(
    (work) =>
      enterFile(work, scopeFor(actor, "application.answer"), {
        applicationId: draft.applicationId,
        tab: randomUUID(),
        sectionId: null,
        questionId,
        since: null,
      }),
    actor,
  );
const save = (actor: Draft["head"], value: string, baseVersion: number) =>
  db.committed(
    (work) =>
      saveAnswer(work, draft.scope, {
        applicationId: draft.applicationId,
        questionId: "intitule",
        value,
        baseVersion,
      }),
    actor,
  );
/** Lets the time pass after which accesses are read again. */
const pass = (milliseconds: number) =>
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + milliseconds });

describe("the pages that listen to a file", () => {
  it("are told who comes and what is written, once, in one transaction for all", async () => {
    const [head, colleague] = [
      await listen(draft.head.personId),
      await listen(draft.colleague.personId),
    ];
    await enter(draft.colleague, "intitule");
    await save(draft.colleague, "Ondes", 0);
    transactions = 0;
    await hub.look();
    expect(transactions).toBe(1);
    expect(head.states()).toMatchObject([
      {
        people: [{ name: "Karim Benslimane", questionId: "intitule" }],
        changes: [{ questionId: "intitule", version: 1, author: "Karim Benslimane" }],
      },
    ]);
    // Never told of oneself; the answer may be of another tab.
    expect(colleague.states()).toMatchObject([{ people: [], changes: [{ version: 1 }] }]);
    await hub.look();
    expect(head.states()).toHaveLength(1);
    await save(draft.head, "Ondes du Tarn", 1);
    await hub.look();
    expect(head.states()[1]).toMatchObject({ changes: [{ version: 2 }] });
  });

  it("are told nothing of another file", async () => {
    const page = await listen(draft.head.personId);
    const other = await db.committed((work) => buildDraft(work, rank + 800));
    await db.committed(
      (work) =>
        enterFile(work, other.scope, {
          applicationId: other.applicationId,
          tab: randomUUID(),
          sectionId: null,
          questionId: null,
          since: null,
        }),
      other.head,
    );
    await hub.look();
    expect(page.states().flatMap(({ people }) => people)).toEqual([]);
  });

  it.each([
    ["the session ends", (id: string) => db.committed((work) => deleteSessionsOf(work.tx, id))],
    [
      "the person leaves the team",
      (id: string) =>
        db.committed(async (work) => {
          await work.tx.execute(sql`delete from memberships where person_id = ${id}`);
        }),
    ],
    [
      "the account is closed",
      (id: string) =>
        db.committed(async (work) => {
          await work.tx.execute(sql`update people set disabled_at = now() where id = ${id}`);
        }),
    ],
  ])("end when %s, and the others go on", async (_why, lose) => {
    const [head, colleague] = [
      await listen(draft.head.personId),
      await listen(draft.colleague.personId),
    ];
    await enter(draft.colleague);
    await hub.look();
    await lose(draft.colleague.personId);
    pass(10_500);
    await hub.look();
    expect([head.isEnded, colleague.isEnded]).toEqual([false, true]);
    expect(hub.count()).toBe(1);
    // Whoever may no longer be there is no longer shown, at once.
    expect(head.states().at(-1)).toMatchObject({ people: [] });
  });

  it("go on past fifteen seconds while nothing is lost", async () => {
    const page = await listen(draft.head.personId);
    for (let turn = 0; turn < 3; turn += 1) {
      pass(10_500);
      await hub.look();
    }
    expect(page.isEnded).toBe(false);
  });

  it("leave nothing behind, and all end when the server stops", async () => {
    const page = await listen(draft.head.personId);
    const other = await listen(draft.colleague.personId);
    page.leave();
    expect(hub.count()).toBe(1);
    hub.stop();
    expect([other.isEnded, hub.count()]).toEqual([true, 0]);
  });

  it("stay quiet while the database is away, and are told the rest when it is back", async () => {
    const page = await listen(draft.head.personId);
    const away = openServer("postgres://personne@127.0.0.1:1/rien");
    install(away);
    await expect(hub.look()).rejects.toThrow();
    expect([page.isEnded, page.states().length]).toEqual([false, 0]);
    await away.close();
    install(db.database());
    await enter(draft.colleague);
    await hub.look();
    expect(page.states()).toMatchObject([{ people: [{ name: "Karim Benslimane" }] }]);
  });
});
