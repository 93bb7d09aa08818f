import { describe, expect, it } from "vitest";
import { mailState, mostAttempts, retryDelay } from "~/domain/mail/retry";

const minute = 60_000;

describe("retryDelay", () => {
  it.each([
    [1, 2],
    [2, 6],
    [3, 18],
    [4, 54],
    [5, 162],
    [6, 360],
    [7, 360],
    [13, 360],
  ])("after %i tries waits %i minutes", (failed, minutes) => {
    expect(retryDelay(failed)).toBe(minutes * minute);
  });

  it("is never tried again after the last try, a little over two days later", () => {
    expect([14, 15, 100].map(retryDelay)).toEqual([null, null, null]);
    const delays = Array.from({ length: mostAttempts - 1 }, (_, index) => retryDelay(index + 1));
    const hours = delays.reduce<number>((sum, delay) => sum + (delay ?? Number.NaN), 0) / 3_600_000;
    expect(hours).toBeCloseTo(52, 1);
  });
});

describe("mailState", () => {
  const sentAt = new Date("2026-03-02T09:00:00Z");
  it.each([
    [{ sentAt: null, attempts: 0 }, "waiting"],
    [{ sentAt: null, attempts: 1 }, "retrying"],
    [{ sentAt: null, attempts: 13 }, "retrying"],
    [{ sentAt: null, attempts: 14 }, "given-up"],
    [{ sentAt, attempts: 1 }, "sent"],
    [{ sentAt, attempts: 14 }, "sent"],
  ])("%o is %s", (mail, state) => {
    expect(mailState(mail)).toBe(state);
  });
});
