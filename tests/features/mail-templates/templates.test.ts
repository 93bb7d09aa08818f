import { describe, expect, it } from "vitest";
import { everywhere, scopeFor } from "~/domain/access/permissions";
import { templateIssues } from "~/domain/mail/template";
import { editableMailKinds } from "~/domain/mail/vocabulary";
import { catalogue, kindOfSlug } from "~/features/mail-templates/catalogue";
import { saveTemplate } from "~/features/mail-templates/save-template.server";
import { templatesView, templateView } from "~/features/mail-templates/templates-view.server";
import { withdrawApplication } from "~/features/withdraw-application/withdraw-application.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertSubmitted } from "~tests/factories/submitted-file";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const kind = "application.withdrawn";
const own = {
  subject: "Dossier retiré, {{campagne}}",
  body: "Madame, Monsieur,\nVotre candidature est retirée le {{instant}} : {{lien}}\n{{motif}}",
};

async function managed(work: Work, slug: string) {
  const campaign = await insertCampaignDocument(work, buildSmallCampaign({ slug }));
  const manager = await insertActor(work, [
    { role: "drane-officer", scopeKind: "academic-region", scopeCode: "14" },
  ]);
  const scope = scopeFor(manager, "campaign.manage");
  const save = (
    words: typeof own | null,
    version: number,
    into: Work = { ...work, actor: manager },
  ) => saveTemplate(into, everywhere, { slug, kind, own: words, version });
  return { campaign, manager, scope, save };
}

describe("the original words", () => {
  it.each(editableMailKinds)("of %s can be used, and name all that they must", (name) => {
    const { subject, body, variables, slug } = catalogue[name];
    expect(templateIssues({ subject, body }, variables)).toEqual([]);
    expect(kindOfSlug(slug)).toBe(name);
  });

  it.each(editableMailKinds)("of %s give a preview without a hole", (name) =>
    db.inWork(async (work) => {
      const { campaign } = await managed(work, "courriels-apercu");
      const view = await templateView(work, everywhere, { slug: campaign.slug, kind: name });
      expect(`${view?.preview.subject}${view?.preview.body}`).not.toMatch(/\{\{|undefined/);
      expect(view?.preview.body).not.toMatch(/\n{3}/);
    }),
  );
});

describe("a campaign's own words", () => {
  it("are those of the next mails, with what each sending fills in", () =>
    db.inWork(async (work) => {
      const { campaign, save } = await managed(work, "courriels-propres");
      expect(await save(own, 0)).toEqual({ ok: true });
      const { applicationId, head } = await insertSubmitted(work, campaign, { rank: 871 });
      await withdrawApplication({ ...work, actor: head }, scopeFor(head, "application.submit"), {
        applicationId,
        reason: "Une autre {{année}}.",
      });
      const [mail] = (await listMails(work.tx, 50)).filter((one) => one.kind === kind);
      expect(mail?.subject).toBe("Dossier retiré, L@bel lycée numérique 2026");
      expect(mail?.body).toContain("Madame, Monsieur,");
      expect(mail?.body).toContain(`/candidatures/${applicationId}/retrait`);
      expect(mail?.body).toContain("Motif\u00a0: Une autre {{année}}.");
    }));

  it("go back to the original ones, and the journal keeps both", () =>
    db.inWork(async (work) => {
      const { campaign, save } = await managed(work, "courriels-origine");
      await save(own, 0);
      expect(await save(null, 1)).toEqual({ ok: true });
      const view = await templateView(work, everywhere, { slug: campaign.slug, kind });
      expect(view?.words.body).toBe(catalogue[kind].body);
      expect([view?.version, view?.change?.isOwn]).toEqual([2, false]);
      const journal = await listJournal(work.tx, { kind: "campaign", id: campaign.id });
      expect(journal.slice(-2)).toMatchObject([
        { action: "mail-template.changed", after: { words: own } },
        { action: "mail-template.reset", before: { words: own } },
      ]);
      // A page read before the words went back does not write over them.
      expect(await save(own, 1)).toEqual({ ok: false, reason: "changed-meanwhile" });
      expect(await save(own, 0)).toEqual({ ok: false, reason: "changed-meanwhile" });
      expect(await save(own, 2)).toEqual({ ok: true });
    }));

  it("are refused with every issue, and nothing is written", () =>
    db.inWork(async (work) => {
      const { campaign, save } = await managed(work, "courriels-refus");
      const refused = await save({ subject: "{{prenom}}", body: "Sans rien." }, 0);
      expect(refused).toMatchObject({
        ok: false,
        issues: [
          { field: "subject", reason: "unknown-variable", name: "prenom" },
          { field: "body", reason: "missing-variable", name: "instant" },
          { field: "body", reason: "missing-variable", name: "lien" },
        ],
      });
      const view = await templatesView(work, everywhere, campaign.slug);
      expect(view?.mails.every(({ change }) => change === null)).toBe(true);
    }));

  it("are changed by whoever manages the campaign, and by nobody else", () =>
    db.inWork(async (work) => {
      const { campaign } = await managed(work, "courriels-perimetre");
      const other = await insertActor(work, [
        { role: "drane-officer", scopeKind: "academic-region", scopeCode: "99" },
      ]);
      const scope = scopeFor(other, "campaign.manage");
      const { slug } = campaign;
      expect(await templatesView(work, scope, slug)).toBeUndefined();
      expect(await templateView(work, scope, { slug, kind })).toBeUndefined();
      expect(await saveTemplate(work, scope, { slug, kind, own, version: 0 })).toEqual({
        ok: false,
        reason: "not-found",
      });
    }));
});

it("fifty at once: one is written, the others are told", async () => {
  const { campaign, manager } = await db.committed((work) => managed(work, "courriels-50"));
  for (const version of [0, 1]) {
    const saved = await Promise.all(
      Array.from({ length: 50 }, () =>
        db.committed((work) =>
          saveTemplate({ ...work, actor: manager }, everywhere, {
            ...{ slug: campaign.slug, kind, own, version },
          }),
        ),
      ),
    );
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      saved.filter((result) => !result.ok && result.reason === "changed-meanwhile"),
    ).toHaveLength(49);
  }
});
