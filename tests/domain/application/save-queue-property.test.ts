import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  advance,
  type PendingEdit,
  type SaveEvent,
  type SaveQueue,
  startQueue,
} from "~/domain/application/save-queue";
import { readyToSend } from "~/domain/application/save-queue-state";

/** One request on its way: it may reach the server late, or never, and its answer may be lost. */
type Flight = { questionId: string; value: unknown; base: number };
type Row = { value: unknown; version: number; isYours: boolean };
type Write = { questionId: string; value: unknown; isYours: boolean; onTopOf: Row };

const questions = ["a", "b"] as const;

/** A server that compares and sets, a browser that may lose everything but its storage. */
class World {
  readonly rows = new Map<string, Row>();
  readonly writes: Write[] = [];
  /** What each answer was last meant to be by the person at the browser. */
  readonly wanted = new Map<string, unknown>();
  /** What the person saw of the others' versions: only these may be overwritten. */
  readonly seen = new Set<Row>();
  readonly late: Flight[] = [];
  queue: SaveQueue = startQueue({});
  serial = 0;

  row(questionId: string): Row {
    return this.rows.get(questionId) ?? { value: null, version: 0, isYours: true };
  }

  dispatch(event: SaveEvent): void {
    this.queue = advance(this.queue, event);
  }

  edit(questionId: string): void {
    this.serial += 1;
    const value = `moi ${this.serial}`;
    this.wanted.set(questionId, value);
    this.dispatch({
      kind: "edited",
      questionId,
      value,
      typed: {},
      fault: null,
      writtenAt: "",
      notBefore: 0,
    });
  }

  otherWrites(questionId: string): void {
    this.serial += 1;
    this.write(
      { questionId, value: `autre ${this.serial}`, base: this.row(questionId).version },
      false,
    );
  }

  write({ questionId, value, base }: Flight, isYours: boolean): boolean {
    const onTopOf = this.row(questionId);
    if (onTopOf.version !== base) return false;
    this.writes.push({ questionId, value, isYours, onTopOf });
    this.rows.set(questionId, { value, version: base + 1, isYours });
    return true;
  }

  answer(flight: Flight, isWritten: boolean): void {
    const { questionId } = flight;
    if (isWritten) {
      this.dispatch({ kind: "saved", questionId, version: flight.base + 1, savedAt: "" });
      return;
    }
    const current = this.row(questionId);
    this.dispatch({
      kind: "stale",
      questionId,
      current: { ...current, author: "", savedAt: null },
    });
    // Our own save whose answer was lost is never presented as somebody else's.
    if (current.isYours) expect(this.queue.edits[questionId]?.conflict ?? null).toBeNull();
  }

  send(fate: "answered" | "answer-lost" | "never-arrives" | "arrives-late" | "signed-out"): void {
    const [edit] = readyToSend(this.queue, Number.MAX_SAFE_INTEGER);
    if (!edit) return;
    const { questionId } = edit;
    const flight: Flight = { questionId, value: edit.value, base: edit.baseVersion };
    this.dispatch({ kind: "sending", questionId });
    if (fate === "answered") this.answer(flight, this.write(flight, true));
    else if (fate === "signed-out") {
      this.dispatch({ kind: "signed-out", questionId });
      this.dispatch({ kind: "signed-in" });
    } else {
      if (fate === "answer-lost") this.write(flight, true);
      if (fate === "arrives-late") this.late.push(flight);
      this.dispatch({ kind: "lost", questionId, now: 0 });
    }
  }

  /** Typing goes on while a request is on its way. */
  sendWhileTyping(): void {
    const [edit] = readyToSend(this.queue, Number.MAX_SAFE_INTEGER);
    if (!edit) return;
    const flight: Flight = {
      questionId: edit.questionId,
      value: edit.value,
      base: edit.baseVersion,
    };
    this.dispatch({ kind: "sending", questionId: edit.questionId });
    this.edit(edit.questionId);
    this.answer(flight, this.write(flight, true));
  }

  reload(): void {
    const stored = JSON.parse(JSON.stringify(Object.values(this.queue.edits))) as PendingEdit[];
    const versions = Object.fromEntries(questions.map((id) => [id, this.row(id).version]));
    // The page shows what is stored, but where an edit that waits is shown instead.
    for (const id of questions) if (!this.queue.edits[id]) this.seen.add(this.row(id));
    this.queue = startQueue(versions, stored);
  }

  lateArrival(): void {
    const flight = this.late.shift();
    if (flight) this.write(flight, true);
  }

  choose(keep: "mine" | "theirs"): void {
    const edit = Object.values(this.queue.edits).find(({ conflict }) => conflict !== null);
    if (!edit?.conflict) return;
    const current = this.row(edit.questionId);
    if (current.version === edit.conflict.version) this.seen.add(current);
    if (keep === "theirs") this.wanted.set(edit.questionId, edit.conflict.value);
    this.dispatch({ kind: "chosen", questionId: edit.questionId, keep });
  }
}

const question = fc.constantFrom(...questions);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("edit" as const), question }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("other" as const), question }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("send" as const),
      fate: fc.constantFrom(
        "answered" as const,
        "answer-lost" as const,
        "never-arrives" as const,
        "arrives-late" as const,
        "signed-out" as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "send-while-typing" as const }) },
  { weight: 2, arbitrary: fc.constant({ do: "late" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "reload" as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("choose" as const),
      keep: fc.constantFrom("mine" as const, "theirs" as const),
    }),
  },
);

function play(
  world: World,
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
) {
  for (const item of steps) {
    if (item.do === "edit") world.edit(item.question);
    else if (item.do === "other") world.otherWrites(item.question);
    else if (item.do === "send") world.send(item.fate);
    else if (item.do === "send-while-typing") world.sendWhileTyping();
    else if (item.do === "late") world.lateArrival();
    else if (item.do === "reload") world.reload();
    else world.choose(item.keep);
  }
}

/** The connection is back for good: everything is sent, and the person keeps theirs each time. */
function calmDown(world: World): void {
  for (let turn = 0; turn < 50 && Object.keys(world.queue.edits).length > 0; turn += 1) {
    world.send("answered");
    world.choose("mine");
  }
}

describe("the save queue, whatever happens", () => {
  it("loses no edit, doubles none, and overwrites nothing that was not shown", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = new World();
        play(world, steps);
        calmDown(world);
        expect(world.queue.edits).toEqual({});
        for (const write of world.writes) {
          // A version of somebody else is replaced only once the page has shown it.
          if (write.isYours && !write.onTopOf.isYours)
            expect(world.seen.has(write.onTopOf)).toBe(true);
        }
        for (const id of questions) {
          const all = world.writes.filter((write) => write.questionId === id);
          // The same value twice in a row by us would be one edit written twice.
          all.forEach((write, index) => {
            const before = all[index - 1];
            if (before?.isYours && write.isYours) expect(write.value).not.toBe(before.value);
          });
          const wanted = world.wanted.get(id);
          const mine = all.filter((write) => write.isYours);
          // What was last typed, and never given up for another version, is the last thing we wrote.
          if (String(wanted).startsWith("moi")) expect(mine.at(-1)?.value).toBe(wanted);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
