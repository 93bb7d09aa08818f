import { describe, expect, it } from "vitest";
import { scopeFor } from "~/domain/access/permissions";
import { revokeExtension } from "~/features/extend-deadline/revoke-extension.server";
import { formatDateTime } from "~/ui/format";
import { listMails } from "~db/repositories/mails.server";
import { closed, extend, managerOf, school, slug } from "~tests/factories/extension";
import { inDays } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const departement = { placeKind: "departement", placeCode: "12" } as const;

describe("two decisions over one school", () => {
  it("tell nobody of one that changes nothing for them", () =>
    db.inWork(async (work) => {
      const { uai } = await insertStarted(work, { campaign: closed });
      const manager = await managerOf(work);
      expect(await extend(work, manager, departement, { until: inDays(9) })).toMatchObject({
        told: 1,
      });
      const shorter = await extend(work, manager, school(uai), { until: inDays(3) });
      expect(shorter).toMatchObject({ ok: true, told: 0 });
      if (!shorter.ok) return;
      const revoked = await revokeExtension(
        { ...work, actor: manager },
        scopeFor(manager, "campaign.manage"),
        { slug, id: shorter.extension.id },
        "Décision prise par erreur.",
      );
      expect(revoked).toMatchObject({ ok: true });
      expect(await listMails(work.tx, 20)).toHaveLength(1);
    }));

  it("leave the other one's time to whom the longer is taken back", () =>
    db.inWork(async (work) => {
      const { uai } = await insertStarted(work, { campaign: closed });
      const manager = await managerOf(work);
      const kept = await extend(work, manager, departement, { until: inDays(3) });
      const longer = await extend(work, manager, school(uai), { until: inDays(9) });
      expect(longer).toMatchObject({ ok: true, told: 1 });
      if (!longer.ok || !kept.ok) return;
      await revokeExtension(
        { ...work, actor: manager },
        scopeFor(manager, "campaign.manage"),
        { slug, id: longer.extension.id },
        "Décision prise par erreur.",
      );
      const mails = await listMails(work.tx, 20);
      const taken = mails.find(({ subject }) => subject.startsWith("Délai prolongé retiré"));
      expect(taken?.body).toContain(formatDateTime(kept.extension.until, { weekday: true }));
    }));
});
