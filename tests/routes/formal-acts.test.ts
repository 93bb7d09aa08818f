import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { openSession } from "~/features/sign-in/lucia.server";
import { withWork } from "~/http/work.server";
import * as home from "~/routes/application";
import * as actFile from "~/routes/formal-act-file";
import * as acts from "~/routes/formal-acts";
import * as opinion from "~/routes/opinion";
import { parisDay } from "~/ui/format";
import { contact, sentTokens } from "~tests/factories/formal-file";
import { insertActor } from "~tests/factories/person";
import { insertStarted } from "~tests/factories/started-application";
import { servePages } from "~tests/support/page-server";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime({ DATA_DIR: await mkdtemp(join(tmpdir(), "jalons-actes-")) });

const serve = servePages({
  "/candidatures/:id": home,
  "/candidatures/:id/actes": acts,
  "/candidatures/:id/actes/:actId": actFile,
  "/avis/:token": opinion,
});

let file = "";
let head: Actor;
let stranger: Actor;
let officer: Actor;
const cookies = new Map<string, string>();

beforeAll(async () => {
  await withWork(system, async (work) => {
    const formalActs = { deliberation: "required", endorsement: "required" };
    const started = await insertStarted(work, { campaign: { formalActs } });
    file = `/candidatures/${started.applicationId}`;
    head = started.head;
    stranger = await insertActor(work, [
      { role: "head", scopeKind: "school", scopeCode: "0120001A" },
    ]);
    officer = await insertActor(work, [
      { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
    ]);
    for (const { personId } of [head, stranger, officer]) {
      cookies.set(personId, (await openSession(work, personId, null)).split(";")[0] ?? "");
    }
  });
});

/** What the server answers: an ordinary request, as a browser without JavaScript sends. */
async function ask(path: string, actor: Actor | null, form?: Record<string, string | File>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) body.set(name, value);
  const cookie = actor ? cookies.get(actor.personId) : undefined;
  const response = await serve(
    new Request(`http://localhost${path}`, {
      method: form ? "POST" : "GET",
      ...(cookie && { headers: { Cookie: cookie } }),
      ...(form && { body }),
    }),
  );
  const text = await response.text();
  return { status: response.status, to: response.headers.get("Location"), text };
}

const pdf = (text: string) => new File([text], "acte.pdf", { type: "application/pdf" });
const empty = new File([], "");

describe("the page of acts and opinions", () => {
  it("says what is missing, refuses with what was typed, and records without a script", async () => {
    const path = `${file}/actes`;
    const page = await ask(path, head);
    expect([page.status, page.text]).toEqual([
      200,
      expect.stringContaining("Acte du conseil d’administration"),
    ]);
    const typed = { intention: "acte", date: "2999-01-01", numero: "2026-<14>", issue: "adopted" };
    const refused = await ask(path, head, { ...typed, fichier: pdf("%PDF-1.7") });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#date"');
    expect(refused.text).toContain('value="2026-&lt;14&gt;"');
    const today = parisDay(new Date());
    const without = await ask(path, head, { ...typed, date: today, fichier: empty });
    expect([without.status, without.text]).toEqual([
      422,
      expect.stringContaining('href="#fichier"'),
    ]);
    const lying = await ask(path, head, { ...typed, date: today, fichier: pdf("MZ") });
    expect(lying.status).toBe(422);
    const recorded = await ask(path, head, { ...typed, date: today, fichier: pdf("%PDF-1.7") });
    expect([recorded.status, recorded.to]).toEqual([302, `${path}?fait=acte`]);
    const after = await ask(`${path}?fait=acte`, head);
    expect(after.text).toContain("L’acte est enregistré.");
    const link = /href="(\/candidatures\/[^"]+\/actes\/[0-9a-f-]{36})"/.exec(after.text)?.[1] ?? "";
    const sent = await ask(link, officer);
    expect([sent.status, sent.text]).toEqual([200, "%PDF-1.7"]);
    expect((await ask(link, stranger)).status).toBe(404);
  });

  it("is not there for a stranger, and takes nothing from who only reads", async () => {
    expect((await ask(`${file}/actes`, stranger)).status).toBe(404);
    const asked = await ask(`${file}/actes`, stranger, { intention: "demander", ...contact });
    expect(asked.status).toBe(404);
    const read = await ask(`${file}/actes`, officer);
    expect(read.status).toBe(200);
    expect(read.text).not.toContain("Demander l’avis");
    expect((await ask(`${file}/actes`, officer, { intention: "retirer" })).status).toBe(403);
  });
});

describe("the link of a collectivité", () => {
  it("asks, gives once, and shows what was given", async () => {
    const wrong = await ask(`${file}/actes`, head, {
      ...{ intention: "demander", ...contact },
      courriel: "personne",
    });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('href="#courriel"')]);
    expect((await ask(`${file}/actes`, head, { intention: "demander", ...contact })).status).toBe(
      302,
    );
    const again = await ask(`${file}/actes`, head, { intention: "demander", ...contact });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('href="#avis"')]);
    const [token = ""] = await withWork(system, sentTokens);
    const path = `/avis/${token}`;
    const page = await ask(path, null);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Lycée d’essai");
    expect(page.text).not.toContain("Le numérique au service de tous");
    expect(page.text).not.toContain(file);
    const own = await ask(path, head);
    expect(own.text).toContain(`href="${file}"`);
    const form = {
      avis: "unfavourable",
      motifs: " ",
      nom: "C. Soulié",
      qualite: "vice-présidente",
    };
    const refused = await ask(path, null, form);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#motifs"');
    expect(refused.text).toContain('value="C. Soulié"');
    const given = await ask(path, null, { ...form, motifs: "Le câblage manque." });
    expect([given.status, given.to]).toEqual([302, path]);
    const twice = await ask(path, null, { ...form, avis: "favourable" });
    expect(twice.status).toBe(302);
    const shown = await ask(path, null);
    expect(shown.text).toContain("Le câblage manque.");
    expect(shown.text).toContain("Défavorable");
  });

  it("that was never sent opens nothing", async () => {
    expect((await ask("/avis/inconnu", null)).status).toBe(404);
    expect((await ask("/avis/inconnu", null, { avis: "favourable" })).status).toBe(404);
  });
});
