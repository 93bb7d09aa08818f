import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { openSession } from "~/features/sign-in/lucia.server";
import { withWork } from "~/http/work.server";
import * as home from "~/routes/application";
import * as search from "~/routes/search-questions";
import * as reviews from "~/routes/section-reviews";
import { insertActor } from "~tests/factories/person";
import { insertStarted } from "~tests/factories/started-application";
import { servePages } from "~tests/support/page-server";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();

const serve = servePages({
  "/candidatures/:id": home,
  "/candidatures/:id/relectures": reviews,
  "/candidatures/:id/chercher": search,
});

let file = "";
let head: Actor;
let stranger: Actor;
let officer: Actor;
const cookies = new Map<string, string>();

beforeAll(async () => {
  await withWork(system, async (work) => {
    const started = await insertStarted(work, { answers: { projet: true } });
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

/** What the server answers to a person: an ordinary request, as a browser without JavaScript sends. */
async function ask(path: string, actor: Actor, form?: Record<string, string>) {
  const response = await serve(
    new Request(`http://localhost${file}${path}`, {
      method: form ? "POST" : "GET",
      headers: { Cookie: cookies.get(actor.personId) ?? "" },
      ...(form && { body: new URLSearchParams(form) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, to: response.headers.get("Location"), text };
}

describe("the page of requests to read again", () => {
  it("asks, tells and answers without a script", async () => {
    const refused = await ask("/relectures", head, { section: "", message: "À vérifier" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Choisissez la section à relire.");
    expect(refused.text).toContain("À vérifier");

    const long = await ask("/relectures", head, { section: "pilotage", message: "x".repeat(501) });
    expect(long.status).toBe(422);
    const most = { section: "pilotage", message: "x".repeat(500) };
    expect((await ask("/relectures", head, most)).to).toBe(`${file}/relectures?fait=demande`);
    expect((await ask("/relectures", head)).text).toContain("x".repeat(500));
    const seen = (await ask("", head)).text;
    expect(seen).toContain("Vous avez demandé une relecture");
    expect(seen).toContain("À relire");
    // Whoever only reads the file is not the one who is asked.
    expect((await ask("", officer)).text).toContain("Hélène Castagné demande une relecture");

    const done = { intention: "relu", section: "pilotage" };
    expect((await ask("/relectures", head, { ...done, retour: file })).to).toBe(file);
    expect((await ask("", head)).text).not.toContain("Vous avez demandé une relecture");
    const abroad = await ask("/relectures", head, { ...done, retour: "//ailleurs.example" });
    expect(abroad.to).toBe(`${file}/relectures?fait=relu`);
  });

  it("is there only for whoever answers the file", async () => {
    const form = { section: "pilotage", message: "" };
    expect((await ask("/relectures", stranger)).status).toBe(404);
    expect((await ask("/relectures", stranger, form)).status).toBe(404);
    expect((await ask("/relectures", officer)).status).toBe(403);
    expect((await ask("/relectures", officer, form)).status).toBe(403);
  });
});

describe("the page that finds a question", () => {
  it("shows what is found, and says so when nothing is", async () => {
    const found = await ask("/chercher?q=NUMERIQUE", head);
    expect(found.text).toContain(`${file}/section/pilotage#question-projet`);
    expect(found.text).toContain("Répondu");
    expect((await ask("/chercher?q=licorne", head)).text).toContain("Aucune question ne contient");
    expect((await ask("/chercher", head)).status).toBe(200);
    expect((await ask(`/chercher?q=${"%F0%9F%A6%84".repeat(400)}`, head)).status).toBe(200);
    expect((await ask("/chercher?q=%00<script>", head)).text).toContain("&lt;script&gt;");
    expect((await ask("/chercher?q=ENT", stranger)).status).toBe(404);
    expect((await ask("/chercher?q=NUMERIQUE", officer)).text).toContain("relire#reponse-projet");
  });
});
