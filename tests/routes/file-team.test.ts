import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { openSession } from "~/features/sign-in/lucia.server";
import { answerHotRequest } from "~/http/hot-endpoints.server";
import { withWork } from "~/http/work.server";
import * as application from "~/routes/application";
import * as section from "~/routes/application-section";
import * as member from "~/routes/file-member";
import * as team from "~/routes/file-team";
import * as inviting from "~/routes/invite-to-file";
import * as proof from "~/routes/proof";
import * as proofs from "~/routes/proofs";
import { keepContentRow } from "~db/repositories/file-contents.server";
import { insertProof } from "~db/repositories/proofs.server";
import { buildDraft, type Draft } from "~tests/factories/draft-application";
import { useTestRuntime } from "~tests/support/runtime";
import { actorOf } from "~tests/support/team-story";

useTestRuntime();

const email = "sophie.marty@ac-essai.fr";
let draft: Draft;
let stranger: Actor;
let sophie: Actor;
let proofId = "";
let membershipId = "";
const cookies = new Map<string, string>();

async function signIn(actor: Actor) {
  await withWork(system, async (work) => {
    const cookie = await openSession(work, actor.personId, null);
    cookies.set(actor.personId, cookie.split(";")[0] ?? "");
  });
}

beforeAll(async () => {
  await withWork(system, async (work) => {
    draft = await buildDraft(work, 1);
    stranger = (await buildDraft(work, 2)).head;
    await keepContentRow(work.tx, "0".repeat(64), { isScanned: false, at: work.now });
    const added = await insertProof(work.tx, {
      applicationId: draft.applicationId,
      questionId: "preuve",
      name: "projet.pdf",
      mediaType: "application/pdf",
      size: 3,
      sha256: "0".repeat(64),
      addedBy: draft.head.personId,
      addedAt: work.now,
    });
    proofId = added.id;
  });
  for (const actor of [draft.head, draft.colleague, stranger]) await signIn(actor);
});

type Fields = readonly (readonly [string, string])[];

/** What a handler answers, or throws as an answer. */
async function ask(
  handler: (args: never) => unknown,
  actor: Actor,
  params: Record<string, string> = {},
  fields?: Fields,
): Promise<{ status: number; body: unknown; location: string | null }> {
  const body = fields && new FormData();
  for (const [name, value] of fields ?? []) body?.append(name, value);
  const request = new Request("http://localhost/", {
    method: body ? "POST" : "GET",
    headers: { Cookie: cookies.get(actor.personId) ?? "" },
    ...(body && { body }),
  });
  let answer: unknown;
  try {
    answer = await handler({
      request,
      params: { id: draft.applicationId, ...params },
      context: {},
    } as never);
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    answer = thrown;
  }
  if (answer instanceof Response) {
    return { status: answer.status, body: null, location: answer.headers.get("Location") };
  }
  const { data: inside, init } = answer as { data?: unknown; init?: { status?: number } };
  return {
    status: init?.status ?? 200,
    body: init === undefined ? answer : inside,
    location: null,
  };
}

const put = (actor: Actor, questionId: string, value: unknown) =>
  answerHotRequest({
    method: "PUT",
    path: `/candidatures/${draft.applicationId}/reponses/${questionId}`,
    cookie: cookies.get(actor.personId),
    body: { value, version: 0 },
  });

const typed: Fields = [
  ["givenName", "Sophie"],
  ["familyName", "Marty"],
  ["email", email],
  ["function", "bursar"],
  ["entrusting", "sections"],
];

describe("the team of a file, by its addresses", () => {
  it("is 404 to another school, and 403 to who has no such power", async () => {
    const act = { member: draft.campaignId, act: "retirer" };
    const foreign = [
      await ask(team.loader, stranger),
      await ask(inviting.loader, stranger),
      await ask(inviting.action, stranger, {}, typed),
      await ask(inviting.action, stranger, {}, [...typed, ["sections", "suite"]]),
      await ask(member.loader, stranger, act),
      await ask(member.action, stranger, act, []),
      await ask(member.loader, draft.head, act),
      await ask(member.loader, draft.head, { ...act, act: "autre" }),
      await ask(member.loader, draft.head, { ...act, member: "\u0000" }),
    ];
    expect(foreign.map(({ status }) => status)).toEqual(foreign.map(() => 404));
    const powerless = [
      await ask(inviting.loader, draft.colleague),
      await ask(inviting.action, draft.colleague, {}, typed),
      await ask(member.loader, draft.colleague, act),
      await ask(member.action, draft.colleague, act, []),
    ];
    expect(powerless.map(({ status }) => status)).toEqual(powerless.map(() => 403));
    expect((await ask(team.loader, draft.colleague)).status).toBe(200);
  });

  it("gives back what was typed, then invites", async () => {
    expect(await ask(inviting.action, draft.head, {}, typed)).toMatchObject({
      status: 422,
      body: { errors: { sections: expect.any(String) }, values: { familyName: "Marty" } },
    });
    const personal = typed.map(([name, value]) =>
      name === "email" ? ([name, "sophie@gmail.com"] as const) : ([name, value] as const),
    );
    expect(
      await ask(inviting.action, draft.head, {}, [...personal, ["sections", "suite"]]),
    ).toMatchObject({
      status: 422,
      body: { errors: { email: expect.any(String) }, checked: ["suite"] },
    });
    const sent = await ask(inviting.action, draft.head, {}, [...typed, ["sections", "suite"]]);
    expect(sent).toMatchObject({ status: 302, location: expect.stringMatching(/equipe\?fait=/) });
    sophie = await withWork(system, (work) => actorOf(work, email));
    await signIn(sophie);
  });
});

describe("a member with one section", () => {
  it("writes it, and is told who to ask for another", async () => {
    expect(await put(sophie, "bilan", true)).toMatchObject({ status: 200 });
    expect(await put(sophie, "intitule", "x")).toMatchObject({
      status: 403,
      body: { reason: "other-section", message: expect.stringMatching(/confiée à d’autres/) },
    });
    const files: Fields = [["retirer", proofId]];
    expect((await ask(proofs.action, sophie, {}, files)).status).toBe(403);
    expect((await ask(section.loader, sophie, { sectionId: "suite" })).status).toBe(200);
  });

  it("gets a page instead of another section, which gives back what was typed", async () => {
    const params = { sectionId: "pilotage" };
    expect(await ask(section.loader, sophie, params)).toMatchObject({
      status: 403,
      body: { page: null, elsewhere: { section: { id: "pilotage" } } },
    });
    const posted = await ask(section.action, sophie, params, [
      ["v.intitule", `0:${"0".repeat(16)}`],
      ["q.intitule", "Ondes"],
    ]);
    expect(posted).toMatchObject({
      status: 403,
      body: { written: [{ questionId: "intitule", text: "Ondes" }] },
    });
  });

  it("once removed has nothing left, at once", async () => {
    const page = await ask(team.loader, draft.head);
    const { invited } = page.body as { invited: { membershipId: string }[] };
    membershipId = invited[0]?.membershipId ?? "";
    expect((await ask(proof.loader, sophie, { proofId })).status).not.toBe(403);
    const act = { member: membershipId, act: "retirer" };
    expect(await ask(member.action, draft.head, act, [])).toMatchObject({
      status: 302,
      location: expect.stringMatching(/fait=retire/),
    });
    const answers = [
      await ask(application.loader, sophie),
      await ask(team.loader, sophie),
      await ask(section.loader, sophie, { sectionId: "suite" }),
      await ask(proof.loader, sophie, { proofId }),
      await ask(proofs.action, sophie, {}, [["retirer", proofId]]),
    ];
    expect([403, 404]).toContain((await put(sophie, "bilan", false))?.status);
    for (const { status } of answers) expect([403, 404]).toContain(status);
  });
});
