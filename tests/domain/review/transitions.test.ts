import { describe, expect, it } from "vitest";
import { type ApplicationStatus, applicationStatuses } from "~/domain/application/vocabulary";
import {
  isAwaitingExamination,
  type ReviewAct,
  type ReviewRefusal,
  review,
  reviewActs,
} from "~/domain/review/transitions";

type Expected = Readonly<Record<ReviewAct, ApplicationStatus | { refused: ReviewRefusal }>>;

const refusedAll = (refused: ReviewRefusal): Expected => ({
  start: { refused },
  correct: { refused },
  close: { refused },
  reopen: { refused },
});

/** The whole state table: every status, every act. */
const table: Readonly<Record<ApplicationStatus, Expected>> = {
  draft: refusedAll("not-submitted"),
  submitted: {
    start: "under-examination",
    correct: "under-examination",
    close: { refused: "not-started" },
    reopen: { refused: "not-started" },
  },
  "under-examination": {
    start: { refused: "already-started" },
    correct: "under-examination",
    close: "examined",
    reopen: { refused: "not-started" },
  },
  examined: { ...refusedAll("examination-closed"), reopen: "under-examination" },
  proposed: refusedAll("jury-has-proposed"),
  decided: refusedAll("decided"),
  withdrawn: refusedAll("withdrawn"),
};

describe("review", () => {
  for (const status of applicationStatuses) {
    for (const act of reviewActs) {
      const expected = table[status][act];
      it(`${status}, ${act}`, () => {
        expect(review(status, act)).toEqual(
          typeof expected === "string"
            ? { ok: true, status: expected }
            : { ok: false, reason: expected.refused },
        );
      });
    }
  }

  it("waits for an examiner only while submitted or begun", () => {
    const waiting = applicationStatuses.filter(isAwaitingExamination);
    expect(waiting).toEqual(["submitted", "under-examination"]);
  });
});
