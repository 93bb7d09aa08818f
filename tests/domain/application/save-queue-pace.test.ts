import { describe, expect, it } from "vitest";
import {
  advance,
  retryDelay,
  type SaveEvent,
  type SaveQueue,
  startQueue,
} from "~/domain/application/save-queue";
import { nextLook, readyToSend } from "~/domain/application/save-queue-state";

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
const queueAfter = (...events: SaveEvent[]): SaveQueue =>
  events.reduce(advance, startQueue({ q: 3 }));

describe("the pace of the save queue", () => {
  it("waits for the person to stop typing, then for the next try", () => {
    expect(readyToSend(queueAfter(edited("a", null, 600)), 599)).toEqual([]);
    expect(readyToSend(queueAfter(edited("a", null, 600)), 600)).toHaveLength(1);
    expect(nextLook(queueAfter(edited("a", null, 600)))).toBe(600);
    expect(nextLook(queueAfter(edited("a"), sending, lost))).toBe(2_000);
    expect(nextLook(queueAfter(edited("a"), sending))).toBeUndefined();
    expect(
      nextLook(queueAfter(edited("a"), sending, { kind: "signed-out", questionId: "q" })),
    ).toBeUndefined();
  });

  it.each([
    [0, 0],
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [6, 32_000],
    [7, 60_000],
    [40, 60_000],
  ])("after %i failures, waits %i ms", (failures, delay) => {
    expect(retryDelay(failures)).toBe(delay);
  });
});
