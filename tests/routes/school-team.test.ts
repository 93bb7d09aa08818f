import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { composeUai } from "~/domain/directory/uai";
import { openSession } from "~/features/sign-in/lucia.server";
import { submitApplication } from "~/features/submit-application/submit-application.server";
import { withWork } from "~/http/work.server";
import * as endMandate from "~/routes/end-mandate";
import * as appointment from "~/routes/school-appointment";
import * as team from "~/routes/school-team";
import * as sign from "~/routes/sign-application";
import { saveInspectionAreas } from "~db/repositories/territory.server";
import { insertActor } from "~tests/factories/person";
import { insertStartedCall } from "~tests/factories/started-application";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();

const circonscription = composeUai(9_992_013);
let applicationId = "";
let uai = "";
let people: { head: Actor; stranger: Actor; mayor: Actor; officer: Actor };

const cookies = new Map<string, string>();

beforeAll(async () => {
  people = await withWork(system, async (work) => {
    await saveInspectionAreas(work.tx, {
      circonscriptions: [{ code: circonscription, name: "Millau", departementCode: "12" }],
      bassins: [],
    });
    const call = await insertStartedCall(work, circonscription, {
      coSignatories: [{ role: "head" }],
    });
    applicationId = call.applicationId;
    uai = call.uais[0] ?? "";
    const at = (role: "head", scopeCode: string) =>
      insertActor(work, [{ role, scopeKind: "school", scopeCode }]);
    const made = {
      head: await at("head", uai),
      stranger: await at("head", composeUai(9_991_999)),
      mayor: call.mayor,
      officer: await insertActor(work, [
        { role: "dane-officer", scopeKind: "academie", scopeCode: "16" },
      ]),
    };
    for (const { personId } of Object.values(made)) {
      cookies.set(personId, (await openSession(work, personId, null)).split(";")[0] ?? "");
    }
    return made;
  });
});

/** What a handler answers, or throws as an answer. */
async function ask(
  handler: (args: never) => unknown,
  actor: Actor,
  params: Record<string, string>,
  form?: Record<string, string>,
): Promise<{ status: number; body: unknown; location: string | null }> {
  const body = form && new URLSearchParams(form);
  const request = new Request("http://localhost/", {
    method: body ? "POST" : "GET",
    headers: { Cookie: cookies.get(actor.personId) ?? "" },
    ...(body && { body }),
  });
  let answer: unknown;
  try {
    answer = await handler({ request, params, context: {} } as never);
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    answer = thrown;
  }
  if (answer instanceof Response) {
    return { status: answer.status, body: null, location: answer.headers.get("Location") };
  }
  const { data: inside, init } = answer as { data?: unknown; init?: { status?: number } };
  return { status: init?.status ?? 200, body: init ? inside : answer, location: null };
}

describe("signing along", () => {
  it("a head signs a commune's call in place of nobody else, then the mayor submits", async () => {
    const params = { id: applicationId };
    expect((await ask(sign.loader, people.stranger, params)).status).toBe(404);
    const page = await ask(sign.loader, people.head, params);
    const view = page.body as { contentSha256: string; mine: unknown[]; sections: unknown[] };
    expect(view.mine).toHaveLength(1);
    expect(view.sections.length).toBeGreaterThan(0);
    const submit = () =>
      withWork(people.mayor, (work) =>
        submitApplication(work, scopeFor(people.mayor, "application.submit"), {
          applicationId,
          declared: true,
        }),
      );
    expect(await submit()).toMatchObject({ ok: false, reason: "signature-missing" });
    const form = { lecture: "oui", contenu: view.contentSha256 };
    expect((await ask(sign.action, people.stranger, params, form)).status).toBe(404);
    const stale = await ask(sign.action, people.head, params, { ...form, contenu: "autre" });
    expect(stale).toMatchObject({
      status: 422,
      body: { errors: { lecture: expect.stringMatching(/ont changé/) } },
    });
    expect((await ask(sign.action, people.head, params, form)).status).toBe(302);
    expect(await submit()).toMatchObject({ ok: true });
  });
});

describe("the team's addresses", () => {
  const typed = {
    givenName: "Awa",
    familyName: "Diop",
    email: "awa@ac-essai.fr",
    validFrom: "2026-01-01",
    validUntil: "2025-01-01",
    reason: "Absence",
    actReference: "n° 4",
  };

  it("answer 404 to another school's head, whatever is asked", async () => {
    const id = "6f1f2c3e-0d1b-4a5c-9e8f-0a1b2c3d4e5f";
    const { stranger } = people;
    const answers = [
      await ask(team.loader, stranger, { uai }),
      await ask(appointment.loader, stranger, { uai, kind: "delegation" }),
      await ask(appointment.action, stranger, { uai, kind: "delegation" }, typed),
      await ask(endMandate.loader, stranger, { uai, mandate: id }),
      await ask(endMandate.action, stranger, { uai, mandate: id }, { when: "maintenant" }),
      await ask(endMandate.loader, people.head, { uai, mandate: "\u0000" }),
      await ask(appointment.loader, people.head, { uai, kind: "autre" }),
      await ask(team.loader, people.officer, { uai: "\u0000" }),
      await ask(endMandate.loader, people.officer, { uai: "\u0000", mandate: id }),
      await ask(appointment.loader, people.head, { uai: "\u0000", kind: "delegation" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });

  it("answer 403 to whoever has no such power, and 422 with what was typed", async () => {
    const { head, officer } = people;
    expect((await ask(appointment.loader, head, { uai, kind: "interim" })).status).toBe(403);
    expect((await ask(appointment.loader, officer, { uai, kind: "delegation" })).status).toBe(403);
    expect((await ask(team.action, head, { uai }, {})).status).toBe(403);
    const refused = await ask(appointment.action, head, { uai, kind: "delegation" }, typed);
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: { validUntil: expect.any(String) }, values: { familyName: "Diop" } },
    });
    expect((await ask(team.action, officer, { uai }, {})).status).toBe(422);
  });
});
