import { describe, expect, it } from "vitest";
import {
  type AdmissibilityFacts,
  isAdmissible,
  missingPieces,
} from "~/domain/application/admissibility";
import type { AskedPiece } from "~/domain/application/formal-acts";
import { blockersOf } from "~/domain/application/submission-rules";

const closesAt = new Date("2026-03-27T17:00:00Z");
const none: AskedPiece = { need: "none", due: { kind: "submission" } };
const before: AskedPiece = { need: "required", due: { kind: "submission" } };
const proposed: AskedPiece = { need: "optional", due: { kind: "submission" } };
const within: AskedPiece = { need: "required", due: { kind: "days-after", days: 30 } };
const until: AskedPiece = { need: "required", due: { kind: "day", on: "2026-06-30" } };
const ended = { opinion: null, expiresAt: new Date("2026-03-01T00:00:00Z") };
const awaited = { opinion: null, expiresAt: new Date("2027-01-01T00:00:00Z") };

const complete: AdmissibilityFacts = {
  pieces: { deliberation: none, endorsement: none },
  body: "conseil-administration",
  isComplete: true,
  missingSignatureCount: 0,
  act: null,
  endorsement: null,
  submittedOn: null,
  closesAt,
  today: "2026-03-10",
  now: new Date("2026-03-10T10:00:00Z"),
};

type Changes = Omit<Partial<AdmissibilityFacts>, "pieces"> & {
  readonly deliberation?: AskedPiece;
  readonly endorsement_?: AskedPiece;
};
const missing = ({ deliberation = none, endorsement_ = none, ...facts }: Changes) =>
  missingPieces({ ...complete, ...facts, pieces: { deliberation, endorsement: endorsement_ } });

describe("what is missing to be admissible", () => {
  it("is nothing for a complete file that is asked nothing else", () => {
    expect(missing({})).toEqual([]);
  });

  it("names answers, then signatures, of a draft only", () => {
    const facts = { isComplete: false, missingSignatureCount: 2 };
    expect(missing(facts).map(({ what, who, isBlocking }) => [what, who, isBlocking])).toEqual([
      ["answers", "team", true],
      ["signatures", "co-signatories", true],
    ]);
    expect(missing({ ...facts, submittedOn: "2026-03-01" })).toEqual([]);
  });

  const adopted = { outcome: "adopted", isSound: true } as const;
  it.each([
    [null, "deliberation", "conseil-administration"],
    [{ outcome: "rejected", isSound: true }, "deliberation-rejected", "conseil-administration"],
    [{ outcome: "adopted", isSound: false }, "deliberation-infected", "team"],
  ] as const)("an act that is %o: %s, by %s", (act, what, who) => {
    expect(missing({ deliberation: before, act })).toMatchObject([
      { what, who, isRequired: true, isBlocking: true, isOverdue: false },
    ]);
    expect(missing({ deliberation: before, act: adopted })).toEqual([]);
  });

  it.each([
    [null, "endorsement-to-ask", "team"],
    [awaited, "endorsement-awaited", "owner"],
    [ended, "endorsement-expired", "owner"],
  ] as const)("a request that is %o: %s, by %s", (endorsement, what, who) => {
    expect(missing({ endorsement_: before, endorsement })).toMatchObject([{ what, who }]);
  });

  it.each(["favourable", "with-reservations", "unfavourable"] as const)(
    "nothing once an opinion is given, be it %s, whatever became of its link",
    (opinion) => {
      expect(missing({ endorsement_: before, endorsement: { ...ended, opinion } })).toEqual([]);
    },
  );

  it("what is proposed keeps from nothing", () => {
    const lines = missing({ deliberation: proposed, endorsement_: proposed });
    expect(lines.map(({ isRequired, isBlocking }) => isRequired || isBlocking)).toEqual([
      false,
      false,
    ]);
    expect(isAdmissible(lines)).toBe(true);
    expect(isAdmissible(missing({ deliberation: before }))).toBe(false);
  });
});

describe("until when", () => {
  const at = (now: string) => ({ now: new Date(now), today: now.slice(0, 10) });
  it.each([
    ["before", before, null, "2026-03-27T17:00:00.999Z", { kind: "closing", at: closesAt }, false],
    ["before", before, null, "2026-03-27T17:00:01Z", { kind: "closing", at: closesAt }, true],
    ["after", within, null, "2026-03-27T17:00:01Z", { kind: "days-after", days: 30 }, false],
    [
      "after",
      within,
      "2026-03-01",
      "2026-03-31T10:00:00Z",
      { kind: "day", on: "2026-03-31" },
      false,
    ],
    [
      "after",
      within,
      "2026-03-01",
      "2026-04-01T10:00:00Z",
      { kind: "day", on: "2026-03-31" },
      true,
    ],
    ["day", until, null, "2026-06-30T10:00:00Z", { kind: "day", on: "2026-06-30" }, false],
    ["day", until, "2026-03-01", "2026-07-01T10:00:00Z", { kind: "day", on: "2026-06-30" }, true],
  ] as const)("%s: %o submitted on %s, at %s", (_name, piece, submittedOn, now, by, isOverdue) => {
    expect(missing({ deliberation: piece, submittedOn, ...at(now) })).toMatchObject([
      { by, isOverdue },
    ]);
  });

  it("only what must come before the submission blocks it", () => {
    const blockers = (changes: Changes) =>
      blockersOf({
        time: { ok: true },
        isLegalApplicant: true,
        isComplete: true,
        missingSignatureCount: 0,
        lacking: missing(changes),
        isDeclared: true,
      });
    expect(blockers({ deliberation: before, endorsement_: before })).toEqual([
      "deliberation-missing",
      "endorsement-missing",
    ]);
    expect(blockers({ deliberation: within, endorsement_: until })).toEqual([]);
    expect(blockers({ deliberation: proposed, endorsement_: proposed })).toEqual([]);
    expect(blockers({ deliberation: before, act: { outcome: "rejected", isSound: true } })).toEqual(
      ["deliberation-missing"],
    );
  });
});
