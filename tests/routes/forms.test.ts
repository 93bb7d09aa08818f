import { describe, expect, it } from "vitest";
import { extensionFormSchema } from "~/features/extend-deadline/schemas";
import { calendarFormSchema } from "~/features/manage-campaigns/schemas";
import { claimSchema } from "~/features/single-use-links/schemas";
import { parseForm } from "~/http/forms.server";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("parseForm", () => {
  it("gives back what was typed, but no password, first or second", () => {
    const fields = {
      givenName: "Inès",
      familyName: "",
      password: "secret un",
      confirmation: "deux",
    };
    const parsed = parseForm(claimSchema, formOf(fields));
    expect(parsed).toMatchObject({ ok: false, values: { givenName: "Inès", familyName: "" } });
    expect(JSON.stringify(parsed)).not.toMatch(/secret un|deux"/);
  });

  it("lists what is wrong in the order of the page, rules over several fields included", () => {
    const asked = { place: "school", uai: "", until: "", reason: "" };
    const parsed = parseForm(extensionFormSchema, formOf(asked));
    expect(parsed.ok ? [] : Object.keys(parsed.errors)).toEqual(["uai", "until", "reason"]);
  });

  it("says in French what is wrong with a date that may be left empty", () => {
    const dates = { opensAt: "2026-01-05T09:00", closesAt: "2026-03-27T18:00", juryAt: "demain" };
    const reason = "Report décidé en comité.";
    const parsed = parseForm(calendarFormSchema, formOf({ ...dates, reason, version: "1" }));
    expect(parsed).toMatchObject({
      ok: false,
      errors: { juryAt: "Indiquez une date et une heure, à l’heure de Paris." },
    });
    expect(calendarFormSchema.safeParse({ ...dates, reason, version: "1" }).error?.issues).toEqual([
      expect.objectContaining({ message: "Indiquez une date et une heure, à l’heure de Paris." }),
    ]);
  });
});
