import { describe, expect, it } from "vitest";
import {
  advance,
  type SaveEvent,
  type SaveQueue,
  type ServerAnswer,
  startQueue,
} from "~/domain/application/save-queue";
import { readyToSend, summarise } from "~/domain/application/save-queue-state";

const edited = (value: unknown, fault: string | null = null, notBefore = 0): SaveEvent => ({
  kind: "edited",
  questionId: "q",
  value,
  typed: { "q.q": [String(value)] },
  fault,
  writtenAt: "2026-03-10T13:32:00.000Z",
  notBefore,
});
const sending: SaveEvent = { kind: "sending", questionId: "q" };
const lost: SaveEvent = { kind: "lost", questionId: "q", now: 1_000 };
const saved = (version: number): SaveEvent => ({
  kind: "saved",
  questionId: "q",
  version,
  savedAt: "2026-03-10T13:32:05.000Z",
});
const server = (value: unknown, version: number, isYours = false): ServerAnswer => ({
  value,
  version,
  author: "Karim Benslimane",
  isYours,
  savedAt: "2026-03-10T13:31:00.000Z",
});
const stale = (current: ServerAnswer): SaveEvent => ({ kind: "stale", questionId: "q", current });

const queueAfter = (...events: SaveEvent[]): SaveQueue =>
  events.reduce(advance, startQueue({ q: 3 }));
const reload = (queue: SaveQueue): SaveQueue =>
  startQueue(queue.versions, JSON.parse(JSON.stringify(Object.values(queue.edits))));

describe("the save queue, event by event", () => {
  const signedOut: SaveEvent = { kind: "signed-out", questionId: "q" };
  const signedIn: SaveEvent = { kind: "signed-in" };
  const refused: SaveEvent = { kind: "refused", questionId: "q", message: "Indiquez un nombre." };
  const choose = (keep: "mine" | "theirs" | "third"): SaveEvent => ({
    kind: "chosen",
    questionId: "q",
    keep,
  });
  const conflict = [edited("a"), sending, stale(server("autre", 5))];

  it.each<[string, SaveEvent[], object | undefined, object, string[]]>([
    ["typed", [edited("a")], { value: "a", baseVersion: 3 }, { state: "saving", count: 1 }, ["q"]],
    [
      "being sent",
      [edited("a"), sending],
      { isSending: true, sent: ["a"] },
      { state: "saving" },
      [],
    ],
    ["saved", [edited("a"), sending, saved(4)], undefined, { state: "saved", count: 0 }, []],
    [
      "typed while sent",
      [edited("a"), sending, edited("b")],
      { baseVersion: 3, isSending: true },
      { state: "saving" },
      [],
    ],
    [
      "typed while sent, then saved",
      [edited("a"), sending, edited("b"), saved(4)],
      { value: "b", baseVersion: 4, sent: [] },
      { state: "saving" },
      ["q"],
    ],
    [
      "not right yet",
      [edited("x", "Indiquez un nombre.")],
      { value: "x" },
      { state: "refused", count: 1 },
      [],
    ],
    [
      "right again",
      [
        edited("x", "Indiquez un nombre."),
        { kind: "checked", questionId: "q", value: 12, fault: null },
      ],
      { value: 12, fault: null },
      { state: "saving" },
      ["q"],
    ],
    [
      "refused by the server",
      [edited("a"), sending, refused],
      { value: "a", fault: "Indiquez un nombre.", sent: [] },
      { state: "refused" },
      [],
    ],
    [
      "refused, but typed since",
      [edited("a"), sending, edited("b"), refused],
      { value: "b", fault: null },
      { state: "saving" },
      ["q"],
    ],
    [
      "signed out",
      [edited("a"), sending, signedOut],
      { value: "a", sent: [] },
      { state: "signed-out", count: 1 },
      [],
    ],
    [
      "signed in again",
      [edited("a"), sending, signedOut, signedIn],
      { value: "a", baseVersion: 3 },
      { state: "saving" },
      ["q"],
    ],
    [
      "lost",
      [edited("a"), sending, lost],
      { value: "a", sent: ["a"], isSending: false },
      { state: "offline", count: 1 },
      [],
    ],
    [
      "back online",
      [edited("a"), sending, lost, { kind: "back-online" }],
      { value: "a" },
      { state: "saving" },
      ["q"],
    ],
    [
      "lost, but had arrived",
      [edited("a"), sending, lost, stale(server("a", 4, true))],
      undefined,
      { state: "saved" },
      [],
    ],
    [
      "lost, had arrived, typed since",
      [edited("a"), sending, lost, edited("b"), stale(server("a", 4, true))],
      { value: "b", baseVersion: 4, conflict: null },
      { state: "saving" },
      ["q"],
    ],
    [
      "same answer by someone else",
      [edited("a"), sending, stale(server("a", 5))],
      undefined,
      { state: "saved" },
      [],
    ],
    [
      "conflict",
      conflict,
      { value: "a", conflict: server("autre", 5) },
      { state: "conflict", count: 1 },
      [],
    ],
    [
      "conflict, typed since",
      [...conflict, edited("b")],
      { value: "b", conflict: server("autre", 5) },
      { state: "conflict" },
      [],
    ],
    [
      "conflict with a value of mine that I never sent",
      [edited("a"), sending, stale(server("ancienne", 5, true))],
      { conflict: server("ancienne", 5, true) },
      { state: "conflict" },
      [],
    ],
    [
      "what I sent, written by someone else, and typed since",
      [edited("a"), sending, lost, edited("b"), stale(server("a", 4))],
      { value: "b", conflict: server("a", 4) },
      { state: "conflict" },
      [],
    ],
    [
      "mine kept",
      [...conflict, choose("mine")],
      { value: "a", baseVersion: 5, conflict: null },
      { state: "saving" },
      ["q"],
    ],
    ["theirs kept", [...conflict, choose("theirs")], undefined, { state: "saved" }, []],
    [
      "a third to write",
      [...conflict, choose("third")],
      { baseVersion: 5, isHeld: true },
      { state: "conflict" },
      [],
    ],
    [
      "a third written",
      [...conflict, choose("third"), edited("c")],
      { value: "c", baseVersion: 5, isHeld: false },
      { state: "saving" },
      ["q"],
    ],
    [
      "a choice without conflict",
      [edited("a"), choose("theirs")],
      { value: "a" },
      { state: "saving" },
      ["q"],
    ],
    ["an answer to nothing", [saved(9)], undefined, { state: "saved", count: 0 }, []],
  ])("%s", (_name, events, edit, summary, ready) => {
    const queue = queueAfter(...events);
    if (edit === undefined) expect(queue.edits).toEqual({});
    else expect(queue.edits.q).toMatchObject(edit);
    expect(summarise(queue)).toMatchObject(summary);
    expect(readyToSend(queue, 500).map(({ questionId }) => questionId)).toEqual(ready);
  });

  it("starts the next edit from the version that is known since", () => {
    expect(queueAfter(edited("a"), sending, saved(4), edited("b")).edits.q).toMatchObject({
      baseVersion: 4,
    });
    expect(queueAfter(...conflict, choose("theirs"), edited("b")).edits.q).toMatchObject({
      baseVersion: 5,
    });
  });

  it("survives a reload, and then knows its own save", () => {
    const queue = reload(queueAfter(edited("a"), sending));
    expect(readyToSend(queue, 0)).toHaveLength(1);
    expect(advance(advance(queue, sending), stale(server("a", 4, true))).edits).toEqual({});
  });
});

describe("an answer of somebody else put on screen", () => {
  const refreshed: SaveEvent = { kind: "refreshed", questionId: "q", version: 5 };

  it("is what the next edit starts from", () => {
    expect(queueAfter(refreshed, edited("a")).edits.q).toMatchObject({ baseVersion: 5 });
  });

  it("never moves the start of an edit begun before", () => {
    const queue = queueAfter(edited("a"), refreshed);
    expect(queue.edits.q).toMatchObject({ baseVersion: 3, value: "a" });
    expect(queue.versions.q).toBe(3);
  });
});
