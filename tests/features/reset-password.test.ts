import { describe, expect, it } from "vitest";
import { visitor } from "~/domain/access/actor";
import { mostAccountFailures } from "~/domain/access/throttling";
import { requestReset } from "~/features/reset-password/request-reset.server";
import { requestResetSchema } from "~/features/reset-password/schemas";
import { readSignedIn } from "~/features/sign-in/current-actor.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { hashPassword, isPasswordOf } from "~/features/sign-in/passwords.server";
import { hashLinkToken, issueLink } from "~/features/single-use-links/issue-link.server";
import { linkView } from "~/features/single-use-links/link-view.server";
import { claimSchema, newPasswordSchema } from "~/features/single-use-links/schemas";
import { setPassword } from "~/features/single-use-links/set-password.server";
import { listJournal } from "~db/repositories/journal.server";
import { listMails } from "~db/repositories/mails.server";
import { findPerson, findPersonByEmail } from "~db/repositories/people.server";
import { listSessionsOf } from "~db/repositories/sessions.server";
import { findLink, updateCredentials } from "~db/repositories/single-use-links.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const client = { address: "192.0.2.1" };
const oldPassword = "ancien mot de passe";
const newPassword = "un nouveau mot de passe";

async function insertAccount(work: Work, email: string): Promise<string> {
  const { personId } = await insertActor(work, [], { email });
  await updateCredentials(work.tx, personId, { passwordHash: await hashPassword(oldPassword) });
  return personId;
}

/** The token of the newest mail to an address. */
async function mailedToken(work: Work, email: string): Promise<string> {
  const mail = (await listMails(work.tx, 50)).find(({ toAddress }) => toAddress === email);
  const token = /\/lien\/([\w-]+)/.exec(mail?.body ?? "")?.[1];
  if (!token) throw new Error("Aucun lien envoyé.");
  return token;
}

const makeLink = async (work: Work, personId: string, minutes = 60): Promise<string> => {
  const { url } = await issueLink(work, { personId, purpose: "password-reset", minutes });
  return url.slice(url.lastIndexOf("/") + 1);
};
const reset = { purpose: "password-reset" } as const;

describe("forgotten password", () => {
  it("mails a link to an open account, whatever the case, and answers the same to others", () =>
    db.inWork(async (work) => {
      const email = "oubli@exemple.fr";
      const personId = await insertAccount(work, email);
      await insertActor(work, [], { email: "jamais-ouvert@exemple.fr" });
      const answers = [];
      for (const asked of ["OUBLI@exemple.fr", "inconnu@exemple.fr", "jamais-ouvert@exemple.fr"]) {
        answers.push(await requestReset(work, { email: asked }, client));
      }
      expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
      expect((await listMails(work.tx, 50)).map(({ toAddress }) => toAddress)).toEqual([email]);
      const token = await mailedToken(work, email);
      expect(await linkView(work, token)).toMatchObject({ purpose: "password-reset", email });
      const stored = await findLink(work.tx, hashLinkToken(token));
      expect(stored?.expiresAt.getTime()).toBe(work.now.getTime() + 3_600_000);
      expect(await findLink(work.tx, token)).toBeUndefined();
      const journal = await listJournal(work.tx, { kind: "person", id: personId });
      expect(journal.map(({ action }) => action)).toEqual(["person.password-reset-requested"]);
    }, visitor));

  it("costs the same statements whether the address is known, waiting, closed or unknown", () =>
    db.inWork(async (work) => {
      await insertAccount(work, "cout@exemple.fr");
      await insertActor(work, [], { email: "cout-attente@exemple.fr" });
      const prototype = Object.getPrototypeOf(work.tx._.session) as {
        prepareQuery: (...parts: unknown[]) => unknown;
      };
      const send = prototype.prepareQuery;
      const statements: string[][] = [];
      prototype.prepareQuery = function (query, ...rest) {
        statements.at(-1)?.push((query as { sql: string }).sql);
        return send.call(this, query, ...rest);
      };
      try {
        for (const name of ["cout", "cout-attente", "cout-inconnu"]) {
          statements.push([]);
          await requestReset(work, { email: `${name}@exemple.fr` }, client);
        }
      } finally {
        prototype.prepareQuery = send;
      }
      const [known = [], waiting, unknown] = statements;
      expect(known.length).toBeGreaterThan(8);
      const last = (sent: string[] = []) => sent.at(-1)?.split(" ")[0];
      expect([last(known), last(waiting), last(unknown)]).toEqual([
        "release",
        "rollback",
        "rollback",
      ]);
      expect(waiting?.slice(0, -1)).toEqual(known.slice(0, -1));
      expect(unknown?.slice(0, -1)).toEqual(known.slice(0, -1));
      expect(await findPersonByEmail(work.tx, "cout-inconnu@exemple.fr")).toBeUndefined();
    }, visitor));

  it("slows requests for one address, known or not", () =>
    db.inWork(async (work) => {
      const ask = () => requestReset(work, { email: "inconnu@exemple.fr" }, client);
      for (let count = 0; count < mostAccountFailures; count += 1) {
        expect(await ask()).toEqual({ ok: true });
      }
      expect(await ask()).toEqual({ ok: false, reason: "too-many-attempts" });
    }));

  it("ends the former link when a new one is asked for", () =>
    db.inWork(async (work) => {
      const personId = await insertAccount(work, "deux-liens@exemple.fr");
      const former = await makeLink(work, personId);
      const latter = await makeLink(work, personId);
      expect(await linkView(work, former)).toEqual({ ok: false, reason: "expired" });
      expect(await linkView(work, latter)).toMatchObject({ ok: true });
    }));

  it("changes the password, ends every session, journals and signs in", () =>
    db.inWork(async (work) => {
      const personId = await insertAccount(work, "change@exemple.fr");
      await openSession(work, personId, null);
      const token = await makeLink(work, personId);
      await linkView(work, token);
      const result = await setPassword(
        (task) => task(work),
        { token, ...reset },
        { password: newPassword },
        "essai",
      );
      if (!result.ok) throw new Error(result.reason);
      const person = await findPerson(work.tx, personId);
      expect(await isPasswordOf(person?.passwordHash, newPassword)).toBe(true);
      expect(await isPasswordOf(person?.passwordHash, oldPassword)).toBe(false);
      expect(await listSessionsOf(work.tx, personId)).toHaveLength(1);
      const signedIn = await readSignedIn(work, result.cookie.split(";")[0]);
      expect(signedIn?.actor.personId).toBe(personId);
      const journal = await listJournal(work.tx, { kind: "person", id: personId });
      expect(journal.map(({ action }) => action)).toEqual(["person.password-reset"]);
      expect(JSON.stringify(journal)).not.toContain("argon2");
      expect(await linkView(work, token)).toEqual({ ok: false, reason: "used" });
    }, visitor));

  it("refuses an expired link, an unknown one, and one of another purpose", () =>
    db.inWork(async (work) => {
      const personId = await insertAccount(work, "refus@exemple.fr");
      const set = (token: string, purpose: "password-reset" | "invitation") =>
        setPassword((task) => task(work), { token, purpose }, { password: newPassword }, null);
      const expired = await makeLink(work, personId, -1);
      expect(await set(expired, "password-reset")).toEqual({ ok: false, reason: "expired" });
      expect(await set("inconnu", "password-reset")).toEqual({ ok: false, reason: "unknown" });
      const open = await makeLink(work, personId);
      expect(await set(open, "invitation")).toMatchObject({ ok: false });
      expect(await linkView(work, open)).toMatchObject({ ok: true });
      const person = await findPerson(work.tx, personId);
      expect(await isPasswordOf(person?.passwordHash, oldPassword)).toBe(true);
    }));

  it("lets one of fifty simultaneous uses through", async () => {
    const { personId, token } = await db.committed(async (work) => {
      const id = await insertAccount(work, "cinquante@exemple.fr");
      return { personId: id, token: await makeLink(work, id) };
    });
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        setPassword(
          (task) => db.committed(task, visitor),
          { token, ...reset },
          { password: `mot de passe numéro ${index}` },
          null,
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = results.findIndex(({ ok }) => ok);
    await db.inWork(async (work) => {
      const person = await findPerson(work.tx, personId);
      expect(await isPasswordOf(person?.passwordHash, `mot de passe numéro ${winner}`)).toBe(true);
      expect(await listSessionsOf(work.tx, personId)).toHaveLength(1);
    });
  });
});

describe("forms", () => {
  it("asks for twelve characters, the same twice", () => {
    const of = (password: string, confirmation = password) =>
      newPasswordSchema.safeParse({ password, confirmation }).success;
    expect(of("a".repeat(11))).toBe(false);
    expect(of("a".repeat(12))).toBe(true);
    expect(of("a".repeat(12), "b".repeat(12))).toBe(false);
    expect(of("a".repeat(1001))).toBe(false);
  });
  it("refuses control characters in an address and in names", () => {
    expect(requestResetSchema.safeParse({ email: "a\u0000@b.fr" }).success).toBe(false);
    const claim = { familyName: "Vidal", password: newPassword, confirmation: newPassword };
    expect(claimSchema.safeParse({ ...claim, givenName: "A\u0000" }).success).toBe(false);
    expect(claimSchema.safeParse({ ...claim, givenName: " " }).success).toBe(false);
    expect(claimSchema.safeParse({ ...claim, givenName: "Aliénor" }).success).toBe(true);
  });
});
