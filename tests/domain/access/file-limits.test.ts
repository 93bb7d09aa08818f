import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { coSignatoryOf, fileLimitOf } from "~/domain/access/file-limits";
import { type Action, permissions, scopeFor } from "~/domain/access/permissions";
import { type Role, roles } from "~/domain/access/vocabulary";
import { rolesOfCoSignatory } from "~/domain/application/co-signatures";
import { coSignatoryRoles } from "~/domain/campaign/vocabulary";

const own = (asCoSignatory: string | null = null) => ({ asApplicant: true, asCoSignatory });
const signing = (asCoSignatory: string | null) => ({ asApplicant: false, asCoSignatory });

describe("files that a role reaches", () => {
  const table: readonly (readonly [Role, Action, unknown])[] = [
    ["head", "application.read", null],
    ["head", "application.submit", null],
    ["head", "application.sign", signing("head")],
    ["acting-head", "application.sign", signing("head")],
    ["delegate", "application.sign", signing(null)],
    ["school-director", "application.answer", null],
    ["school-director", "application.sign", signing("school-director")],
    ["ien", "application.read", null],
    ["ien", "application.sign", signing("ien")],
    ["mayor", "application.read", own("local-authority")],
    ["mayor", "application.answer", own()],
    ["mayor", "application.submit", own()],
    ["mayor", "application.sign", signing("local-authority")],
    ["epci-president", "application.read", own("local-authority")],
    ["epci-president", "application.submit", own()],
    ["dane-officer", "application.read", null],
    ["dane-officer", "application.sign", signing(null)],
  ];
  it.each(table)("%s, %s", (role, action, expected) => {
    expect(fileLimitOf(role, action)).toEqual(expected);
  });

  it("every co-signature has a role that may sign, and every signing role a co-signature", () => {
    for (const kind of coSignatoryRoles) {
      for (const role of rolesOfCoSignatory[kind]) {
        expect(permissions[role], role).toContain("application.sign");
        expect(permissions[role], role).toContain("application.read");
      }
    }
    for (const role of roles) {
      const signs = permissions[role].includes("application.sign");
      expect(coSignatoryOf(role) !== null, role).toBe(signs);
    }
  });

  it("are carried by the scope of actions on files only", () => {
    const mayor: Actor = {
      personId: "p",
      name: "Maire",
      memberships: [
        {
          role: "mayor",
          scopeKind: "commune",
          scopeCode: "46045",
          campaignId: null,
          organisationId: null,
          sections: null,
        },
      ],
    };
    expect(scopeFor(mayor, "application.read")).toMatchObject([
      { scopeCode: "46045", files: own("local-authority") },
    ]);
    expect(scopeFor(mayor, "examination.read")).toEqual([]);
  });
});
