import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { planInvitations } from "~/features/invite-people/plan-invitations.server";
import { sendInvitations } from "~/features/invite-people/send-invitations.server";
import { navigationFor } from "~/features/layout/navigation";
import { listMails } from "~db/repositories/mails.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();

describe("bulk invitation of the heads of agricultural lycées", () => {
  it("is the DRAAF's for agricultural lycées, whatever the académie, and for them only", () =>
    db.inWork(async (base) => {
      const draaf = await insertActor(base, [
        { role: "draaf-officer", scopeKind: "ministry", scopeCode: "agriculture" },
      ]);
      const work = { ...base, actor: draaf };
      const scope = scopeFor(draaf, "people.invite");
      const institutionalMail = "legta.essai@educagri.fr";
      const farm = { ministry: "agriculture", institutionalMail } as const;
      const near = await insertSchool(work, { rank: 1, ...farm });
      const far = await insertSchool(work, {
        rank: 2,
        academieCode: "11",
        ...farm,
        institutionalMail: "autre.essai@educagri.fr",
      });
      const lycee = await insertSchool(work, { rank: 3 });
      const list = [near, far, lycee].join("\n");
      const planned = await planInvitations(work, scope, list);
      expect(planned.map(({ outcome }) => outcome)).toEqual(["invite", "invite", "out-of-scope"]);
      expect(await sendInvitations(work, scope, list)).toMatchObject({ ok: true });
      const mails = await listMails(work.tx, 5);
      expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([
        "autre.essai@educagri.fr",
        institutionalMail,
      ]);
      expect(navigationFor(draaf).map(({ label }) => label)).toContain("Invitations");
    }));
});
