import { describe, expect, it } from "vitest";
import {
  askRefusal,
  cancelRefusal,
  mostEndorsementMails,
  needsReasons,
  opinionRefusal,
  resendRefusal,
} from "~/domain/application/endorsement";
import { opinions } from "~/domain/application/vocabulary";

const waiting = { opinion: null };
const given = { opinion: "unfavourable" } as const;
const asked = { need: "optional" } as const;
const last = mostEndorsementMails - 1;

describe("asking an opinion", () => {
  it.each([
    ["none", "draft", null, 0, "not-asked"],
    ["optional", "draft", null, 0, null],
    ["required", "draft", null, 0, null],
    ["required", "submitted", null, 0, null],
    ["required", "under-examination", null, 0, null],
    ["required", "examined", null, 0, "closed"],
    ["required", "decided", null, 0, "closed"],
    ["required", "withdrawn", null, 0, "closed"],
    ["required", "draft", waiting, 1, "already-asked"],
    ["required", "draft", given, 1, "already-given"],
    ["required", "draft", null, last, null],
    ["required", "draft", null, mostEndorsementMails, "too-many"],
  ] as const)("%s, %s, %o, %i mails: %s", (need, status, standing, mails, refusal) => {
    expect(askRefusal({ need }, status, standing, mails)).toBe(refusal);
  });
});

describe("a request that was sent", () => {
  it.each([
    ["draft", waiting, null],
    ["submitted", waiting, null],
    ["examined", waiting, "closed"],
    ["withdrawn", waiting, "closed"],
    ["draft", given, "already-given"],
    ["draft", null, "not-waiting"],
  ] as const)("is cancelled in %s with %o: %s", (status, standing, refusal) => {
    expect(cancelRefusal(status, standing)).toBe(refusal);
    expect(resendRefusal(status, standing, 0)).toBe(refusal);
  });

  it("is repeated within the limit of a day", () => {
    expect(resendRefusal("draft", waiting, last)).toBeNull();
    expect(resendRefusal("draft", waiting, mostEndorsementMails)).toBe("too-many");
    expect(askRefusal(asked, "draft", null, mostEndorsementMails + 1)).toBe("too-many");
  });
});

describe("a link", () => {
  const now = new Date("2026-03-10T10:00:00Z");
  const instant = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  it.each([
    [{ opinion: null, isCancelled: false, expiresAt: instant(1) }, "draft", null],
    [{ opinion: null, isCancelled: false, expiresAt: instant(0) }, "draft", "expired"],
    [{ opinion: null, isCancelled: false, expiresAt: instant(-1) }, "draft", "expired"],
    [{ opinion: null, isCancelled: true, expiresAt: instant(1) }, "draft", "cancelled"],
    [{ opinion: "favourable", isCancelled: false, expiresAt: instant(-1) }, "decided", "given"],
    [{ opinion: null, isCancelled: false, expiresAt: instant(1) }, "submitted", null],
    [{ opinion: null, isCancelled: false, expiresAt: instant(1) }, "under-examination", null],
    [{ opinion: null, isCancelled: false, expiresAt: instant(1) }, "examined", "closed"],
    [{ opinion: null, isCancelled: false, expiresAt: instant(1) }, "withdrawn", "closed"],
  ] as const)("%o on a file that is %s: %s", (request, status, refusal) => {
    expect(opinionRefusal(request, status, now)).toBe(refusal);
  });
});

describe("reasons", () => {
  it("are asked of every opinion but the favourable one", () => {
    expect(opinions.filter(needsReasons)).toEqual(["with-reservations", "unfavourable"]);
  });
});
