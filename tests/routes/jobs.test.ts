import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { openSession } from "~/features/sign-in/lucia.server";
import { withWork } from "~/http/work.server";
import * as jobs from "~/routes/jobs";
import * as preferences from "~/routes/mail-preferences";
import { rowsOf } from "~db/client.server";
import { enqueueJob, listJobs } from "~db/repositories/jobs.server";
import { listSilencedTopics } from "~db/repositories/mail-preferences.server";
import { insertActor } from "~tests/factories/person";
import { sql } from "~tests/support/raw-sql";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();

let administrator: Actor;
let head: Actor;
const cookies = new Map<string, string>();

beforeAll(async () => {
  [administrator, head] = await withWork(system, async (work) => {
    const made = [
      await insertActor(work, [{ role: "administrator", scopeKind: "everything", scopeCode: "" }]),
      await insertActor(work, [{ role: "head", scopeKind: "school", scopeCode: "9990001A" }]),
    ] as const;
    for (const { personId } of made) {
      cookies.set(personId, (await openSession(work, personId, null)).split(";")[0] ?? "");
    }
    return made;
  });
});

type Answer = { readonly status: number; readonly location: string | null; readonly body: unknown };

/** What a handler answers, or throws as an answer. */
async function ask(
  handler: (args: never) => unknown,
  actor: Actor,
  { search = "", form }: { search?: string; form?: readonly (readonly [string, string])[] } = {},
): Promise<Answer> {
  const request = new Request(`http://localhost/x${search}`, {
    method: form ? "POST" : "GET",
    headers: { Cookie: cookies.get(actor.personId) ?? "" },
    ...(form && { body: new URLSearchParams(form.map(([name, value]) => [name, value])) }),
  });
  const answer = await Promise.resolve(
    handler({ request, params: {}, context: {} } as never),
  ).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get("Location"), body: null };
  }
  const { data, init } = answer as { data?: unknown; init?: { status?: number } | null };
  return { status: init?.status ?? 200, location: null, body: data ?? answer };
}

const stateOf = (id: string) =>
  withWork(system, async ({ tx }) => {
    const { jobs: lines } = await listJobs(
      tx,
      { state: null, kind: null },
      { limit: 100, offset: 0 },
    );
    return lines.find((line) => line.id === id)?.state;
  });

const enqueue = () => withWork(system, ({ tx }) => enqueueJob(tx, "clean-up", {}));

describe("/administration/taches", () => {
  it("is an administrator's", async () => {
    expect((await ask(jobs.loader, head)).status).toBe(403);
    expect((await ask(jobs.action, head, { form: [["act", "launch"]] })).status).toBe(403);
    expect((await ask(jobs.loader, administrator)).status).toBe(200);
  });

  it("lists what the address asks for, and ignores what it does not know", async () => {
    const id = await enqueue();
    const rowsAt = async (search: string) => {
      const { body } = await ask(jobs.loader, administrator, { search });
      return (body as { rows: { id: string }[] }).rows.map((row) => row.id);
    };
    expect(await rowsAt("?etat=created&tache=clean-up")).toContain(id);
    expect(await rowsAt("?etat=completed")).not.toContain(id);
    expect(await rowsAt("?tache=send-reminders")).not.toContain(id);
    expect(await rowsAt("?etat=%00&tache=x&page=-4")).toContain(id);
    expect(await rowsAt("?page=99999")).toEqual([]);
  });

  it("cancels what waits, then begins it again; each is journaled", async () => {
    const id = await enqueue();
    const cancelled = await ask(jobs.action, administrator, {
      form: [
        ["act", "cancel"],
        ["id", id],
      ],
    });
    expect(cancelled).toMatchObject({
      status: 302,
      location: "/administration/taches?fait=cancel",
    });
    expect(await stateOf(id)).toBe("cancelled");
    await ask(jobs.action, administrator, {
      form: [
        ["act", "retry"],
        ["id", id],
      ],
    });
    expect(await stateOf(id)).toBe("created");
    const entries = await withWork(system, ({ tx }) =>
      rowsOf<{ action: string }>(
        tx,
        sql`select action from journal_entries where object_kind = 'job' and object_id = ${id} order by number`,
      ),
    );
    expect(entries.map(({ action }) => action)).toEqual(["job.cancelled", "job.retried"]);
  });

  it("refuses what the job's state does not allow, an unknown job, and what is no form of ours", async () => {
    const id = await enqueue();
    const unknown = "6f1f2c3e-0d1b-4a5c-9e8f-0a1b2c3d4e5f";
    const answers = await Promise.all(
      [
        [
          ["act", "stop"],
          ["id", id],
        ],
        [
          ["act", "retry"],
          ["id", unknown],
        ],
        [["act", "détruire"]],
        [
          ["act", "cancel"],
          ["id", "x"],
        ],
        [
          ["act", "launch"],
          ["kind", "inconnue"],
        ],
      ].map((form) => ask(jobs.action, administrator, { form: form as [string, string][] })),
    );
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    expect(answers.slice(0, 2).map(({ body }) => body)).toEqual([
      { refused: "not-possible" },
      { refused: "not-found" },
    ]);
    expect(await stateOf(id)).toBe("created");
  });

  it("launches a kind now", async () => {
    const count = async () =>
      withWork(system, async ({ tx }) => {
        const filter = { state: null, kind: "send-reminders" } as const;
        return (await listJobs(tx, filter, { limit: 1, offset: 0 })).count;
      });
    const before = await count();
    await ask(jobs.action, administrator, {
      form: [
        ["act", "launch"],
        ["kind", "send-reminders"],
      ],
    });
    expect(await count()).toBe(before + 1);
  });
});

describe("/mes-courriels", () => {
  const silenced = () => withWork(system, ({ tx }) => listSilencedTopics(tx, head.personId));

  it("switches everything off, then one topic on again, alone", async () => {
    const off = await ask(preferences.action, head, { form: [] });
    expect(off).toMatchObject({ status: 302, location: "/mes-courriels?fait=enregistre" });
    expect(await silenced()).toEqual(["messages", "reminders"]);
    await ask(preferences.action, head, { form: [["topic", "reminders"]] });
    expect(await silenced()).toEqual(["messages"]);
    const { body } = await ask(preferences.loader, head);
    expect(body).toMatchObject({
      topics: [
        { topic: "reminders", isOn: true },
        { topic: "messages", isOn: false },
      ],
    });
  });
});
