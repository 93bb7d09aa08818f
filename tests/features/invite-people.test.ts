import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { composeUai } from "~/domain/directory/uai";
import { batchView } from "~/features/invite-people/batch-view.server";
import { planInvitations } from "~/features/invite-people/plan-invitations.server";
import { invitationListSchema, mostLines } from "~/features/invite-people/schemas";
import { sendInvitations } from "~/features/invite-people/send-invitations.server";
import { navigationFor } from "~/features/layout/navigation";
import { linkView } from "~/features/single-use-links/link-view.server";
import { setPassword } from "~/features/single-use-links/set-password.server";
import { parisDay } from "~/french/date";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import {
  findPersonByEmail,
  grantMembership,
  listMemberships,
} from "~db/repositories/people.server";
import { updateCredentials } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertSchool } from "~tests/factories/school";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const password = "mot de passe du chef";

async function insertOfficer(work: Work, academie = "16"): Promise<Work> {
  const held = { role: "dane-officer", scopeKind: "academie", scopeCode: academie } as const;
  return { ...work, actor: await insertActor(work, [held]) };
}

const scopeOf = (actor: Actor) => scopeFor(actor, "people.invite");
const addressOf = (uai: string) => `ce.${uai.toLowerCase()}@ac-toulouse.fr`;

async function send(work: Work, list: string): Promise<string> {
  const sent = await sendInvitations(work, scopeOf(work.actor), list);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.batchId;
}

/** The tokens mailed to an address, newest first. */
async function mailedTokens(work: Work, email: string): Promise<string[]> {
  const mails = (await listMails(work.tx, 50)).filter(({ toAddress }) => toAddress === email);
  return mails.map(({ body }) => /\/lien\/([\w-]+)/.exec(body)?.[1] ?? "");
}

const claim = (work: Work, token: string) =>
  setPassword(
    (task) => task(work),
    { token, purpose: "invitation" },
    { password, givenName: "Aliénor", familyName: "Vidal" },
    null,
  );

describe("bulk invitation of heads", () => {
  it("tells what each line would do, and sends nothing", () =>
    db.inWork(async (base) => {
      const work = await insertOfficer(base);
      const invited = await insertSchool(work, { rank: 1 });
      const elsewhere = await insertSchool(work, { rank: 2, academieCode: "11" });
      const closed = await insertSchool(work, { rank: 3, open: false, state: "ferme" });
      const headed = await insertSchool(work, { rank: 4 });
      const head = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: headed },
      ]);
      await updateCredentials(work.tx, head.personId, { passwordHash: "x" });
      const ecole = await insertSchool(work, { rank: 5, kind: "ecole" });
      const farm = await insertSchool(work, { rank: 6, ministry: "agriculture" });
      const unknown = composeUai(9_989_999);
      const list = [invited, elsewhere, closed, headed, ecole, farm, unknown, "12", invited];
      const planned = await planInvitations(work, scopeOf(work.actor), list.join("\n"));
      expect(planned.map(({ outcome }) => outcome)).toEqual([
        "invite",
        "out-of-scope",
        "closed",
        "has-head",
        "not-a-school",
        "no-address",
        "unknown",
        "unreadable",
        "repeated",
      ]);
      expect(planned[0]).toMatchObject({
        address: addressOf(invited),
        schoolName: "Lycée d’essai 1",
      });
      expect(planned[1]).toMatchObject({ address: null, schoolName: null });
      expect(await listMails(work.tx, 5)).toEqual([]);
      expect(await sendInvitations(work, scopeOf(work.actor), elsewhere)).toEqual({
        ok: false,
        reason: "nobody-to-invite",
      });
    }));

  it("creates the head, mails a link of thirty days, and the head opens the account", () =>
    db.inWork(async (base) => {
      const work = await insertOfficer(base);
      const uai = await insertSchool(work);
      const batchId = await send(work, `${uai}\n12`);
      const [token = ""] = await mailedTokens(work, addressOf(uai));
      expect(await linkView(work, token)).toMatchObject({ ok: true, purpose: "invitation" });
      const in29 = { ...work, now: new Date(work.now.getTime() + 29 * 86_400_000) };
      const in30 = { ...work, now: new Date(work.now.getTime() + 30 * 86_400_000) };
      expect(await linkView(in29, token)).toMatchObject({ ok: true });
      expect(await linkView(in30, token)).toEqual({ ok: false, reason: "expired" });
      expect(await claim(work, token)).toMatchObject({ ok: true });
      expect(await claim(work, token)).toEqual({ ok: false, reason: "used" });
      const person = await findPersonByEmail(work.tx, addressOf(uai));
      expect(person).toMatchObject({ givenName: "Aliénor", familyName: "Vidal" });
      const held = await listMemberships(work.tx, person?.id ?? "", "2027-01-01");
      expect(held).toMatchObject([{ role: "head", scopeKind: "school", scopeCode: uai }]);
      const journal = await listJournal(work.tx, { kind: "person", id: person?.id ?? "" });
      expect(journal.map(({ action }) => action)).toEqual([
        "person.invited",
        "person.invitation-claimed",
      ]);
      const again = await planInvitations(work, scopeOf(work.actor), uai);
      expect(again[0]?.outcome).toBe("has-head");
      const view = await batchView(work, batchId);
      expect(view).toMatchObject({
        mails: 1,
        counts: [
          { outcome: "invite", count: 1 },
          { outcome: "unreadable", count: 1 },
        ],
        refused: [{ line: 2, written: "12", outcome: "unreadable" }],
      });
      expect(await batchView(await insertOfficer(work), batchId)).toBeUndefined();
      expect(await batchView(work, "\u0000")).toBeUndefined();
    }));

  it("inviting again sends a new link, ends the former, and makes no second account", () =>
    db.inWork(async (base) => {
      const work = await insertOfficer(base);
      const uai = await insertSchool(work);
      await send(work, uai);
      const [former = ""] = await mailedTokens(work, addressOf(uai));
      const planned = await planInvitations(work, scopeOf(work.actor), uai);
      expect(planned[0]?.outcome).toBe("invite-again");
      await send(work, uai);
      const tokens = await mailedTokens(work, addressOf(uai));
      const latter = tokens.find((token) => token !== former) ?? "";
      expect(tokens).toHaveLength(2);
      expect(await linkView(work, former)).toEqual({ ok: false, reason: "expired" });
      expect(await linkView(work, latter)).toMatchObject({ ok: true });
      const person = await findPersonByEmail(work.tx, addressOf(uai));
      expect(await listMemberships(work.tx, person?.id ?? "", "2027-01-01")).toHaveLength(1);
    }));

  it("writes once to an address that two schools share", () =>
    db.inWork(async (base) => {
      const work = await insertOfficer(base);
      const institutionalMail = "cite.scolaire@exemple.fr";
      const lycee = await insertSchool(work, { rank: 1, institutionalMail });
      const college = await insertSchool(work, { rank: 2, kind: "college", institutionalMail });
      await send(work, `${lycee}\n${college}`);
      const tokens = await mailedTokens(work, institutionalMail);
      expect(tokens).toHaveLength(1);
      expect(await claim(work, tokens[0] ?? "")).toMatchObject({ ok: true });
      const person = await findPersonByEmail(work.tx, institutionalMail);
      const held = await listMemberships(work.tx, person?.id ?? "", "2027-01-01");
      expect(held.map(({ scopeCode }) => scopeCode).sort()).toEqual([lycee, college].sort());
    }));

  it("an account in use keeps its password; a former head's does not open the successor's rights", () =>
    db.inWork(async (base) => {
      const work = await insertOfficer(base);
      const kept = { institutionalMail: "en-poste@exemple.fr" };
      const left = { institutionalMail: "parti@exemple.fr" };
      const first = await insertSchool(work, { rank: 1, ...kept });
      const second = await insertSchool(work, { rank: 2, ...kept });
      const third = await insertSchool(work, { rank: 3, ...left });
      const inPost = await insertActor(
        work,
        [{ role: "head", scopeKind: "school", scopeCode: first }],
        { email: kept.institutionalMail },
      );
      const gone = await insertActor(work, [], { email: left.institutionalMail });
      await grantMembership(work.tx, {
        personId: gone.personId,
        role: "head",
        scopeKind: "school",
        scopeCode: third,
        validUntil: "2020-08-31",
      });
      for (const { personId } of [inPost, gone]) {
        await updateCredentials(work.tx, personId, { passwordHash: "ancien" });
      }
      await send(work, `${second}\n${third}`);
      const people = [
        await findPersonByEmail(work.tx, kept.institutionalMail),
        await findPersonByEmail(work.tx, left.institutionalMail),
      ];
      expect(people.map((person) => person?.passwordHash)).toEqual(["ancien", null]);
      expect(await mailedTokens(work, kept.institutionalMail)).toEqual([""]);
      expect(await mailedTokens(work, left.institutionalMail)).toEqual([
        expect.stringMatching(/./),
      ]);
      const today = parisDay(work.now);
      expect(await listMemberships(work.tx, gone.personId, today)).toHaveLength(1);
      expect(await listMemberships(work.tx, gone.personId, "2021-01-01")).toHaveLength(0);
    }));

  it("an inviter limited to one campaign invites nobody: the role holds for every campaign", () =>
    db.inWork(async (base) => {
      const work = await insertOfficer(base);
      const uai = await insertSchool(work);
      const limited = scopeOf(work.actor).map((clause) => ({
        ...clause,
        campaignId: "00000000-0000-4000-8000-000000000001",
      }));
      const planned = await planInvitations(work, limited, uai);
      expect(planned[0]?.outcome).toBe("out-of-scope");
    }));

  it("limits a list and shows its link to académie officers, not to heads", () =>
    db.inWork(async (work) => {
      const isAccepted = (list: string) => invitationListSchema.safeParse({ list }).success;
      expect(isAccepted(" ")).toBe(false);
      expect(isAccepted("1\n".repeat(mostLines))).toBe(true);
      expect(isAccepted("1\n".repeat(mostLines + 1))).toBe(false);
      const officer = await insertOfficer(work);
      const labels = (actor: Actor) => navigationFor(actor).map(({ label }) => label);
      expect(labels(officer.actor)).toContain("Invitations");
      const head = await insertActor(work, [
        { role: "head", scopeKind: "school", scopeCode: "0120001A" },
      ]);
      expect(labels(head)).not.toContain("Invitations");
    }));
});
