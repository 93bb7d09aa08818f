import { DateTime } from "luxon";
import { everywhere } from "~/domain/access/permissions";
import { recordStep } from "~/features/track-rollout/record-step.server";
import { listSchoolsInScope } from "~db/repositories/applications.server";
import { record } from "~db/repositories/journal.server";
import {
  findItem,
  findProgramme,
  insertProgramme,
  listItems,
  type SchoolItem,
} from "~db/repositories/rollouts.server";
import type { Work } from "~db/work.server";
import { expectDone } from "./cast";
import { drawFrom } from "./random";

const collegeSlug = "chariots-tablettes-colleges-lot";

/**
 * The lycées' programme half rolled out, and a small programme of the département du Lot for its
 * collèges: fifteen tablets a cart.
 */
export async function tellRollouts(
  work: Work,
  { programmeSlug, councilId }: { readonly programmeSlug: string; readonly councilId: string },
): Promise<void> {
  await rollOut(work, programmeSlug);
  await openCollegeProgramme(work, councilId);
  await rollOut(work, collegeSlug);
}

async function openCollegeProgramme(work: Work, ownerId: string): Promise<void> {
  const scope = [
    { scopeKind: "departement", scopeCode: "46", campaignId: null, organisationId: null },
  ] as const;
  const colleges = (await listSchoolsInScope(work.tx, scope)).filter(
    (school) => school.kind === "college" && school.fictitious,
  );
  const today = DateTime.fromJSDate(work.now, { zone: "Europe/Paris" });
  const programme = {
    slug: collegeSlug,
    title: "Chariots de tablettes, collèges du Lot",
    unit: "tablette",
    ownerId,
  };
  const opened = await insertProgramme(
    work.tx,
    programme,
    colleges.map(({ uai, pupils }) => ({
      uai,
      planned: (pupils ?? 0) > 300 ? 30 : 15,
      startsOn: today.minus({ days: 200 }).toISODate(),
      dueOn: today.plus({ days: 20 }).toISODate(),
    })),
  );
  await record(work, {
    on: { kind: "rollout-programme", id: opened.id },
    action: "rollout.opened",
    after: { ...programme, items: opened.items.length },
  });
}

/** Records the steps that each school has reached: about half are wholly installed. */
async function rollOut(work: Work, slug: string): Promise<void> {
  const programme = await findProgramme(work.tx, everywhere, slug);
  if (!programme) throw new Error(`Programme de démonstration absent : ${slug}`);
  for (const item of await listItems(work.tx, everywhere, programme.id)) {
    const fate = drawFrom(`${slug} ${item.uai}`)();
    if (fate < 0.1) continue;
    const start =
      item.startsOn ?? DateTime.fromJSDate(work.now).minus({ days: 90 }).toISODate() ?? "";
    await recordOne(work, slug, item, {
      step: "ordered",
      quantity: item.planned,
      on: start,
      plus: 15,
    });
    if (fate < 0.28) continue;
    const delivered = fate < 0.42 ? Math.ceil(item.planned * 0.6) : item.planned;
    await recordOne(work, slug, item, {
      step: "delivered",
      quantity: delivered,
      on: start,
      plus: 90,
    });
    if (fate < 0.5) continue;
    await recordOne(work, slug, item, {
      step: "installed",
      quantity: delivered,
      on: start,
      plus: 110,
    });
  }
}

async function recordOne(
  work: Work,
  slug: string,
  { id }: SchoolItem,
  told: {
    readonly step: "ordered" | "delivered" | "installed";
    readonly quantity: number;
    readonly on: string;
    readonly plus: number;
  },
): Promise<void> {
  const current = await findItem(work.tx, everywhere, slug, id);
  const day = DateTime.fromISO(told.on, { zone: "Europe/Paris" })
    .plus({ days: told.plus })
    .set({ hour: 11 });
  const now = day.toJSDate() < work.now ? day.toJSDate() : work.now;
  const done = await recordStep(
    { ...work, now },
    everywhere,
    { programme: slug, itemId: id },
    {
      step: told.step,
      quantity: told.quantity,
      occurredOn: DateTime.fromJSDate(now, { zone: "Europe/Paris" }).toISODate() ?? "",
      note: "",
      version: current?.version ?? 0,
    },
  );
  expectDone(`saisir l’étape ${told.step}`, done);
}
