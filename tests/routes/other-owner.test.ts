import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, system } from "~/domain/access/actor";
import { isoDayInParis } from "~/domain/directory/paris-day";
import type { AllocationView } from "~/features/allocate-equipment/allocation-view.server";
import { openSession } from "~/features/sign-in/lucia.server";
import type { RolloutItemView } from "~/features/track-rollout/rollout-item-view.server";
import type { RolloutView } from "~/features/track-rollout/rollout-view.server";
import { withWork } from "~/http/work.server";
import * as allocation from "~/routes/allocation";
import * as rollout from "~/routes/rollout";
import * as rolloutItem from "~/routes/rollout-item";
import { insertOwner } from "~tests/factories/equipment-owner";
import { insertActor } from "~tests/factories/person";
import { insertPublishedCampaign } from "~tests/factories/published-campaign";
import { insertRollout, lotCouncil } from "~tests/factories/rollout-programme";
import { useTestRuntime } from "~tests/support/runtime";

useTestRuntime();

const occitanie = { kind: "region", code: "76" } as const;
const lot = { kind: "departement", code: "46" } as const;
const daysAgo = (days: number) => isoDayInParis(new Date(Date.now() - days * 86_400_000));
const cookies = new Map<string, string>();
let people: { region: Actor; council: Actor };
let lycee = "";
let itemId = "";

beforeAll(async () => {
  people = await withWork(system, async (work) => {
    const { uais } = await insertPublishedCampaign(
      work,
      [
        { level: 2, pupilsSeconde: 20 },
        { level: 2, pupilsSeconde: 30 },
      ],
      { document: { slug: "label-essai" } },
    );
    lycee = uais[1] ?? "";
    const programme = await insertRollout(
      work,
      [{ kind: "college", departementCode: "46", communeCode: "46042" }],
      { slug: "colleges-46", owner: lotCouncil },
    );
    const [item] = programme.items;
    itemId = item?.id ?? "";
    await insertOwner(work, item?.uai ?? "", occitanie, daysAgo(10));
    const made = {
      region: await insertActor(work, [
        { role: "region-officer", scopeKind: "region", scopeCode: "76" },
      ]),
      council: await insertActor(work, [
        {
          role: "rollout-officer",
          scopeKind: "departement",
          scopeCode: "46",
          organisationId: programme.ownerId,
        },
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
): Promise<{ status: number; body: unknown }> {
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
  if (answer instanceof Response) return { status: answer.status, body: null };
  const { data: inside, init } = answer as { data?: unknown; init?: { status?: number } };
  return { status: init?.status ?? 200, body: init ? inside : answer };
}

describe("the page of an allocation", () => {
  const params = { slug: "label-essai" };
  const terms = {
    intention: "calculer",
    envelope: "100 000",
    unitPrice: "420",
    method: "ranking",
  };
  const page = async () =>
    (await ask(allocation.loader, people.region, params)).body as AllocationView;

  it("refuses the vote of a school that has changed hands, then leaves it out with its reason", async () => {
    expect((await ask(allocation.action, people.region, params, terms)).status).toBe(302);
    await withWork(system, (work) => insertOwner(work, lycee, lot, daysAgo(5)));
    const { plan } = await page();
    expect(plan?.changedHands).toMatchObject([{ uai: lycee }]);
    const vote = {
      intention: "adopter",
      planId: plan?.id ?? "",
      number: "CP-1",
      votedOn: daysAgo(0),
      dueOn: daysAgo(-90),
      isConfirmed: "oui",
    };
    expect(await ask(allocation.action, people.region, params, vote)).toMatchObject({
      status: 422,
      body: {
        errors: { isConfirmed: expect.stringMatching(/une autre collectivité. Calculez/) },
        values: { number: "CP-1" },
      },
    });
    expect((await ask(allocation.action, people.region, params, terms)).status).toBe(302);
    const again = await page();
    expect(again.plan?.changedHands).toEqual([]);
    expect(again.plan?.lines.find(({ uai }) => uai === lycee)?.reason).toMatch(
      /^Équipement d’une autre collectivité\u00a0: Lot \(département\), depuis le /,
    );
    const adopted = { ...vote, planId: again.plan?.id ?? "" };
    expect((await ask(allocation.action, people.region, params, adopted)).status).toBe(302);
    expect((await page()).plan).toMatchObject({ status: "adopted" });
  });
});

describe("the pages of a council's roll-out", () => {
  const programme = { programme: "colleges-46" };
  const typed = (occurredOn: string) => ({
    intention: "saisir",
    step: "ordered",
    quantity: "2",
    occurredOn,
    version: "1",
    note: "Bon 12",
  });

  it("set another's school aside, and keep what was typed when it is ordered for", async () => {
    const params = { ...programme, itemId };
    const view = (await ask(rollout.loader, people.council, programme)).body as RolloutView;
    expect([view.lines, view.setAside.map(({ id }) => id)]).toEqual([[], [itemId]]);
    expect((await ask(rolloutItem.loader, people.region, params)).status).toBe(200);
    const refused = await ask(rolloutItem.action, people.council, params, typed(daysAgo(10)));
    expect(refused).toMatchObject({
      status: 422,
      body: {
        errors: {
          occurredOn: expect.stringMatching(/^Indiquez une date antérieure au .*Occitanie/),
        },
        values: { quantity: "2", note: "Bon 12" },
      },
    });
    expect((await ask(rolloutItem.action, people.region, params, typed(daysAgo(11)))).status).toBe(
      403,
    );
    expect((await ask(rolloutItem.action, people.council, params, typed(daysAgo(11)))).status).toBe(
      302,
    );
    const item = (await ask(rolloutItem.loader, people.council, params)).body as RolloutItemView;
    expect(item).toMatchObject({ ordered: 2, otherOwner: { standing: "started" } });
  });
});
