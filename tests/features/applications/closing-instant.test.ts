import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { scopeFor } from "~/domain/access/permissions";
import type { Arrival } from "~/domain/application/arrival";
import { parisInstant } from "~/domain/campaign/calendar";
import { composeUai } from "~/domain/directory/uai";
import { readFile } from "~/features/application-file/read-file.server";
import { noteArrival } from "~/features/submit-application/arrival.server";
import {
  checkSubmission,
  type SubmitApplicationResult,
  submitApplication,
} from "~/features/submit-application/submit-application.server";
import { insertApplication } from "~db/repositories/applications.server";
import { findCampaign, updateCampaign } from "~db/repositories/campaigns.server";
import { saveUnits } from "~db/repositories/directory.server";
import { insertExtension } from "~db/repositories/extensions.server";
import { listMails } from "~db/repositories/mails.server";
import { readClock } from "~db/repositories/submission-order.server";
import type { Work } from "~db/work.server";
import { insertActor } from "~tests/factories/person";
import { buildSchool } from "~tests/factories/school";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { insertStarted } from "~tests/factories/started-application";
import { useTestDatabase } from "~tests/support/database";

const db = useTestDatabase();
const slug = "label-a-la-seconde";

/** A campaign of one question that may be left empty: what is tried here is time, not completeness. */
const document = buildSmallCampaign({
  slug,
  kind: "call-for-projects",
  questionnaire: {
    revision: 1,
    sections: [
      {
        id: "pilotage",
        title: "Pilotage",
        questions: [{ id: "note", kind: "short-text", title: "Une remarque", required: false }],
      },
    ],
  },
  axes: [],
  scoringGrid: [],
  levels: [],
});

type Client = { readonly applicationId: string; readonly head: Actor };

/** Drafts that only wait to be submitted, each by the head of its own school. */
async function insertClients(work: Work, campaignId: string, count: number): Promise<Client[]> {
  const ranks = Array.from({ length: count }, (_, index) => 2_000 + index);
  await saveUnits(
    work.tx,
    ranks.map((rank) => buildSchool({ rank, uai: composeUai(9_980_000 + rank) })),
  );
  const person = await insertActor(work, []);
  const clients: Client[] = [];
  for (const rank of ranks) {
    const uai = composeUai(9_980_000 + rank);
    const at = { scopeKind: "school", scopeCode: uai, campaignId: null } as const;
    const membership = { ...at, role: "head", organisationId: null, sections: null } as const;
    const application = await insertApplication(
      work.tx,
      { campaignId, applicantKind: "school", applicantCode: uai, createdBy: person.personId },
      [uai],
    );
    if (!application) throw new Error("Candidature d’essai non créée.");
    clients.push({
      applicationId: application.id,
      head: { ...person, memberships: [membership] },
    });
  }
  return clients;
}

const submit = ({ applicationId, head }: Client, arrival: Arrival) =>
  db.committed(
    (work) =>
      submitApplication(work, scopeFor(head, "application.submit"), {
        ...{ applicationId, declared: true, arrival },
      }),
    head,
  );

async function untilClockPasses(instant: Date): Promise<void> {
  while ((await db.committed((work) => readClock(work.tx))) < instant) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const reasonOf = (result: SubmitApplicationResult) => (result.ok ? "accepted" : result.reason);

describe("clients across the closing instant", () => {
  const count = db.engine === "server" ? 1_000 : 60;
  it("none late is accepted, none in time is refused for having waited, each has one receipt", async () => {
    const { campaignId, clients } = await db.committed(async (work) => {
      const campaign = await insertCampaignDocument(work, document);
      return {
        campaignId: campaign.id,
        clients: await insertClients(work, campaign.id, count),
      };
    });
    const inTime = clients.slice(0, count / 2);
    const late = clients.slice(count / 2);
    // They all arrive, then the campaign closes within a second while most of them still wait.
    const arrivals = inTime.map(() => noteArrival());
    const end = await db.committed(async (work) => {
      const campaign = await findCampaign(work.tx, campaignId);
      if (!campaign) throw new Error("Campagne d’essai introuvable.");
      const now = await readClock(work.tx);
      const closesAt = new Date(now.getTime() - 500);
      await updateCampaign(work.tx, campaign, { closesAt });
      return new Date(closesAt.getTime() + 1_000);
    });
    const waiting = inTime.map((client, index) => submit(client, arrivals[index] ?? noteArrival()));
    await untilClockPasses(end);
    const refused = late.map((client) => submit(client, noteArrival()));
    // Those who press the button twice, once on each side.
    const again = inTime.slice(0, 20).map((client) => submit(client, noteArrival()));
    const early = await Promise.all(waiting);
    const tooLate = await Promise.all(refused);
    const doubles = await Promise.all(again);
    expect(early.map(reasonOf).filter((reason) => reason !== "accepted")).toEqual([]);
    expect(tooLate.map(reasonOf).filter((reason) => reason !== "deadline-passed")).toEqual([]);
    const receipts = early.flatMap((result) => (result.ok ? [result.submission] : []));
    expect(new Set(receipts.map(({ receiptNumber }) => receiptNumber)).size).toBe(count / 2);
    for (const { submittedAt } of receipts) {
      expect(submittedAt.getTime()).toBeLessThan(end.getTime());
    }
    for (const result of tooLate) {
      const told = result.ok || result.reason === "not-found" ? undefined : result.late;
      expect(told?.endsAt.getTime()).toBe(end.getTime() - 1_000);
      expect(told?.arrivedAt.getTime()).toBeGreaterThanOrEqual(end.getTime());
    }
    const numberOf = (result: SubmitApplicationResult | undefined) =>
      result?.ok ? result.submission.receiptNumber : "";
    expect(doubles.map(numberOf)).toEqual(early.slice(0, 20).map(numberOf));
    const mails = await db.committed((work) => listMails(work.tx, 2_000));
    expect(mails.filter(({ kind }) => kind === "submission.receipt")).toHaveLength(count / 2);
  }, 40_000);
});

describe("submitting on both nights when the clocks change", () => {
  it.each([
    ["2026-03-29T02:30:00", "2026-03-29T01:30:00Z"],
    ["2026-03-29T03:30:00", "2026-03-29T01:30:00Z"],
    ["2026-10-25T02:30:00", "2026-10-25T00:30:00Z"],
    ["2026-10-25T03:30:00", "2026-10-25T02:30:00Z"],
  ])("a closing or an extension at %s is inclusive to its second", async (local, instant) => {
    const year = { opensAt: "2026-01-05T08:00:00" };
    const end = new Date(instant);
    for (const isExtension of [false, true]) {
      await db.inWork(async (work) => {
        const closesAt = isExtension ? "2026-02-01T18:00:00" : local;
        const { applicationId, head, uai } = await insertStarted(work, {
          rank: 900,
          campaign: { slug: "label-de-nuit", calendar: { ...year, closesAt } },
        });
        const file = await readFile(
          { ...work, actor: head },
          scopeFor(head, "application.submit"),
          applicationId,
        );
        if (!file) throw new Error("Candidature d’essai introuvable.");
        if (isExtension) {
          await insertExtension(work.tx, {
            campaignId: file.campaign.id,
            ...{ placeKind: "school", placeCode: uai, until: parisInstant(local) },
            ...{ reason: "Nuit d’essai.", decidedBy: head.personId },
            decidedAt: new Date("2026-01-10T08:00:00Z"),
          });
        }
        for (const [after, blockers] of [
          [-3_600_000, []],
          [0, []],
          [999, []],
          [1_000, ["deadline-passed"]],
          [3_600_000, ["deadline-passed"]],
        ] as const) {
          const at = new Date(end.getTime() + after);
          const acting = { ...work, actor: head };
          const check = await checkSubmission(acting, file, { instant: at, isDeclared: true });
          expect(check.blockers).toEqual(blockers);
        }
      });
    }
  });
});
