import { describe, expect, it } from "vitest";
import {
  type ApplicationAct,
  applicationActs,
  statusAfter,
} from "~/domain/application/transitions";
import { type ApplicationStatus, applicationStatuses } from "~/domain/application/vocabulary";

/** The acts that each status takes, and where they lead; every other one is refused. */
const table: Readonly<
  Record<ApplicationStatus, Partial<Record<ApplicationAct, ApplicationStatus>>>
> = {
  draft: { submit: "submitted" },
  submitted: {
    start: "under-examination",
    correct: "under-examination",
    complete: "submitted",
    withdraw: "withdrawn",
  },
  "under-examination": {
    correct: "under-examination",
    close: "examined",
    complete: "under-examination",
    withdraw: "withdrawn",
  },
  examined: { reopen: "under-examination", propose: "proposed" },
  proposed: { propose: "proposed", publish: "decided" },
  decided: {},
  withdrawn: { resume: "draft" },
};

describe("the state table of an application", () => {
  for (const status of applicationStatuses) {
    it.each([...applicationActs])(`${status}, %s`, (act) => {
      expect(statusAfter(status, act)).toBe(table[status][act] ?? null);
    });
  }

  it("leads from the draft to the decision, and back to the draft only from a withdrawal", () => {
    const acts = ["submit", "start", "close", "propose", "publish"] as const;
    const end = acts.reduce<ApplicationStatus>(
      (status, act) => statusAfter(status, act) ?? "withdrawn",
      "draft",
    );
    expect(end).toBe("decided");
    const back = applicationStatuses.filter((status) =>
      applicationActs.some((act) => statusAfter(status, act) === "draft"),
    );
    expect(back).toEqual(["withdrawn"]);
  });
});
