import { describe, expect, it } from "vitest";
import { appointmentSchema, endSchema } from "~/features/school-team/schemas";

describe("the forms", () => {
  const typed = {
    givenName: "Karim",
    familyName: "Benslimane",
    email: " Karim@AC-Essai.fr ",
    validFrom: "2026-11-22",
    validUntil: "2026-12-22",
    reason: "Congé",
    actReference: "n° 4",
  };
  it("ask for a professional address, whole dates, a reason and the act", () => {
    expect(appointmentSchema.parse(typed).email).toBe("karim@ac-essai.fr");
    const faulty = {
      ...typed,
      email: "karim@gmail.com",
      validFrom: "2026-02-30",
      reason: " ",
      actReference: "",
    };
    const result = appointmentSchema.safeParse(faulty);
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([
      "email",
      "validFrom",
      "reason",
      "actReference",
    ]);
  });

  it("ask for the last day only when one is chosen", () => {
    const fault = (form: object) =>
      endSchema.safeParse({ reason: "x", ...form }).error?.issues[0]?.path[0];
    expect(fault({ when: "maintenant" })).toBeUndefined();
    expect(fault({ when: "date", lastDay: "2026-11-30" })).toBeUndefined();
    expect(fault({ when: "date" })).toBe("lastDay");
    expect(fault({})).toBe("when");
  });
});
