import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import { composeUai } from "~/domain/directory/uai";
import { proposeAllocation } from "~/features/allocate-equipment/propose-allocation.server";
import { recordExtension } from "~/features/extend-deadline/record-extension.server";
import { sendInvitations } from "~/features/invite-people/send-invitations.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { issueLink } from "~/features/single-use-links/issue-link.server";
import { recordStep } from "~/features/track-rollout/record-step.server";
import { saveInspectionAreas } from "~db/repositories/territory.server";
import { seedPublishedFigures } from "~db/seed/indicators";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { insertPublishedCampaign } from "~tests/factories/published-campaign";
import { insertRollout } from "~tests/factories/rollout-programme";
import { insertSchool } from "~tests/factories/school";
import { inDays } from "~tests/factories/small-campaign";
import { insertStartedCall } from "~tests/factories/started-application";
import { openDraft } from "./story-draft";
import { sendFiles } from "./story-files";
import { bringPieces } from "./story-formal";

/** What the trials aim at: each person's cookie, and addresses that exist, by the name of a parameter. */
export type FuzzStory = {
  /** Cookie header of each person; the visitor's is empty. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, readonly string[]>>;
  /** The draft of every kind of question, and its head. */
  readonly draftId: string;
};

const circonscription = composeUai(9_992_012);

/** A draft, files in examination and in jury, a publication, a plan, a roll-out, a commune's call. */
export async function tellFuzzStory(work: Work): Promise<FuzzStory> {
  const draft = await openDraft(work);
  const staff = await gatherStaff(work);
  const files = await sendFiles(work, staff);
  const extensionId = await giveMoreTime(work, staff, files.slug);
  const published = await publishAndAllocate(work, staff);
  const rollout = await rollOut(work);
  const call = await openCall(work);
  await seedPublishedFigures(work);
  const links = await sendLinks(work, staff, draft.uai);
  const formal = await bringPieces(work, draft.people.head, draft.id);
  const people: Record<string, Actor> = {
    ...staff,
    ...draft.people,
    ...call.people,
    "jury-file-head": files.head,
    "rollout-officer": rollout.officer,
  };
  const cookies: Record<string, string> = { visitor: "" };
  for (const [name, actor] of Object.entries(people)) {
    cookies[name] = (await openSession(work, actor.personId, "fuzz")).split(";")[0] ?? "";
  }
  return {
    cookies,
    draftId: draft.id,
    params: {
      id: [draft.id, call.id, ...files.ids],
      actId: [formal.actId],
      slug: [draft.slug, files.slug, published.slug, call.slug],
      member: [draft.memberId],
      act: ["sections", "transmettre", "retirer"],
      sectionId: ["pilotage", "suite", "usages"],
      proofId: [draft.proofId],
      programme: [rollout.slug],
      itemId: rollout.itemIds,
      token: [...links.tokens, formal.token],
      batch: [links.batchId],
      extensionId: [extensionId],
      uai: [draft.uai, ...published.uais],
    },
  };
}

async function gatherStaff(work: Work) {
  const aveyron = { scopeKind: "academie", scopeCode: "16" } as const;
  const region = { scopeKind: "region", scopeCode: "76" } as const;
  const everything = { scopeKind: "everything", scopeCode: "" } as const;
  return {
    "dane-officer": await insertActor(work, [{ ...aveyron, role: "dane-officer" }]),
    "drane-officer": await insertActor(work, [{ ...everything, role: "drane-officer" }]),
    "draaf-officer": await insertActor(work, [
      { role: "draaf-officer", scopeKind: "ministry", scopeCode: "agriculture" },
    ]),
    "region-officer": await insertActor(work, [{ ...region, role: "region-officer" }]),
    "jury-chair": await insertActor(work, [{ ...everything, role: "jury-chair" }]),
    juror: await insertActor(work, [{ ...everything, role: "juror" }]),
    observer: await insertActor(work, [{ ...everything, role: "observer" }]),
    administrator: await insertActor(work, [{ ...everything, role: "administrator" }], {
      email: "administration@exemple.fr",
    }),
    "data-protection-officer": await insertActor(work, [
      { ...everything, role: "data-protection-officer" },
    ]),
  };
}

type Staff = Awaited<ReturnType<typeof gatherStaff>>;

/** More time for one school of a campaign that is open. */
async function giveMoreTime(work: Work, staff: Staff, slug: string): Promise<string> {
  const manager = staff["drane-officer"];
  const placeCode = await insertSchool(work, { rank: 16 });
  const given = await recordExtension(
    { ...work, actor: manager },
    scopeFor(manager, "campaign.manage"),
    slug,
    {
      ...{ placeKind: "school", placeCode, replaces: null },
      until: inDays(20),
      reason: "Panne du réseau de l’établissement.",
    },
  );
  if (!given.ok) throw new Error(`Délai d’essai refusé : ${given.reason}`);
  return given.extension.id;
}

async function publishAndAllocate(work: Work, staff: Staff) {
  const officer = staff["region-officer"];
  const { campaign, uais } = await insertPublishedCampaign(work, [{ level: 2 }, { level: 0 }], {
    document: { slug: "label-publie" },
  });
  const target = { slug: campaign.slug, entitlementId: null };
  const form = { envelope: 10_500_000, unitPrice: 42_000, method: "ranking" } as const;
  const scope = scopeFor(officer, "allocation.propose");
  const proposed = await proposeAllocation({ ...work, actor: officer }, scope, target, form);
  if (!proposed.ok) throw new Error(`Dotation d’essai refusée : ${proposed.reason}`);
  return { slug: campaign.slug, uais };
}

async function rollOut(work: Work) {
  const programme = await insertRollout(work, [{}, { planned: 4 }], { slug: "lordi-essai" });
  const at = { role: "rollout-officer", scopeKind: "departement", scopeCode: "12" } as const;
  const officer = await insertActor(work, [{ ...at, organisationId: programme.ownerId }]);
  const itemIds = programme.items.map(({ id }) => id);
  const address = { programme: programme.slug, itemId: itemIds[0] ?? "" };
  const occurredOn = new Date(work.now.getTime() - 86_400_000).toISOString().slice(0, 10);
  const step = { step: "ordered", quantity: 6, occurredOn, note: "", version: 1 } as const;
  const scope = scopeFor(officer, "rollout.record");
  const done = await recordStep({ ...work, actor: officer }, scope, address, step);
  if (!done.ok) throw new Error(`Étape d’essai refusée : ${done.reason}`);
  return { slug: programme.slug, itemIds, officer };
}

async function openCall(work: Work) {
  await saveInspectionAreas(work.tx, {
    circonscriptions: [{ code: circonscription, name: "Millau", departementCode: "12" }],
    bassins: [],
  });
  const { applicationId, mayor, directors, inspector } = await insertStartedCall(
    work,
    circonscription,
  );
  const [director] = directors;
  if (!director) throw new Error("L’appel d’essai n’a pas de directrice.");
  return {
    id: applicationId,
    slug: "ecoles-rurales-2026",
    people: { mayor, director, inspector },
  };
}

async function sendLinks(work: Work, staff: Staff, uai: string) {
  const administrator = staff.administrator;
  const acting = { ...work, actor: administrator };
  const sent = await sendInvitations(acting, scopeFor(administrator, "people.invite"), uai);
  if (!sent.ok) throw new Error("Invitation d’essai refusée.");
  const tokens: string[] = [];
  for (const purpose of ["password-reset", "invitation"] as const) {
    const link = await issueLink(work, {
      personId: staff.observer.personId,
      purpose,
      minutes: 60,
    });
    tokens.push(link.url.split("/").at(-1) ?? "");
  }
  return { batchId: sent.batchId, tokens };
}
