import { describe, expect, it } from "vitest";
import { actFields, actsSchema } from "~/features/publish-decisions/schemas";

describe("the form of the acts", () => {
  const authorities = [
    { id: "rectorat", actKinds: ["arrete"], isConcerned: true },
    { id: "draaf", actKinds: ["arrete"], isConcerned: false },
  ] as const;
  const schema = actsSchema(authorities, "2026-06-18");
  const names = actFields("rectorat");
  const good = {
    [names.signatory]: " Anne Bisagne ",
    [names.kind]: "arrete",
    [names.number]: "2026-14",
    [names.signedOn]: "2026-06-18",
  };
  const faults = (values: Record<string, string>) => {
    const parsed = schema.safeParse(values);
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]);
  };

  it("reads one act an authority, and leaves aside one that decides upon none", () => {
    expect(schema.parse(good)).toEqual([
      {
        authorityId: "rectorat",
        signatory: "Anne Bisagne",
        kind: "arrete",
        number: "2026-14",
        signedOn: "2026-06-18",
      },
    ]);
  });

  it.each([
    ["everything is missing", {}, Object.values(names)],
    ["tomorrow", { ...good, [names.signedOn]: "2026-06-19" }, [names.signedOn]],
    ["a day that does not exist", { ...good, [names.signedOn]: "2026-02-30" }, [names.signedOn]],
    ["a kind it does not take", { ...good, [names.kind]: "deliberation" }, [names.kind]],
    ["an unreadable number", { ...good, [names.number]: "a\0b" }, [names.number]],
    [
      "half of an optional act",
      { ...good, [actFields("draaf").number]: "7" },
      [actFields("draaf").signatory, actFields("draaf").kind, actFields("draaf").signedOn],
    ],
  ])("asks again when %s", (_name, values, expected) => {
    expect(faults(values)).toEqual(expected);
  });
});
