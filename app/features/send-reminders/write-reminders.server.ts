import type { Role } from "~/domain/access/vocabulary";
import { schoolFactsOf } from "~/domain/application/school-facts";
import type { CampaignDocument } from "~/domain/campaign/document";
import { isInPerimeter } from "~/domain/campaign/perimeter";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { type Begun, dueReminder } from "~/domain/reminder/due-reminder";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { listSchoolsOf } from "~db/repositories/application-schools.server";
import { enqueueMails } from "~db/repositories/mails.server";
import {
  type Addressee,
  insertReminders,
  listAbsentTargets,
  listDraftTargets,
  listRemindablePeople,
  type NewReminder,
  type ReminderQuestion,
} from "~db/repositories/reminders.server";
import { listCommunes } from "~db/repositories/territory.server";
import type { Work } from "~db/work.server";
import { groupBy } from "./group-by";
import { type Closing, closesThen, listClosings } from "./list-closings.server";
import { type ReminderLine, reminderMail } from "./reminder-mail";

/** Who is told that a draft waits: the applicant and those who write it with them. */
const draftRoles: readonly Role[] = [
  "head",
  "acting-head",
  "delegate",
  "school-member",
  "mayor",
  "epci-president",
];
/** Who is told that nothing was begun: whoever could begin it for their school. */
const absentRoles: readonly Role[] = ["head", "acting-head"];

/** A reminder found due: the row that says it was written, and its line in the person's mail. */
type Found = { readonly row: NewReminder; readonly to: Addressee; readonly line: ReminderLine };

export type WrittenPage = {
  /** The last person looked at, to go on after; null when there is nobody left. */
  readonly last: string | null;
  readonly people: number;
  readonly mails: number;
};

const pageOfPeople = 300;

/**
 * Writes the reminders due at `work.now` to the next people after `after`: one mail each, whatever the
 * number of their schools and campaigns. What was written once is not written again for the same
 * closing day, so that a page may be done twice.
 */
export async function writeReminders(work: Work, after: string | null): Promise<WrittenPage> {
  const ids = await listRemindablePeople(work.tx, after, pageOfPeople);
  const last = ids.at(-1);
  if (last === undefined) return { last: null, people: 0, mails: 0 };
  const found: Found[] = [];
  for (const closing of await listClosings(work)) {
    found.push(...(await findDrafts(work, closing, ids)));
    found.push(...(await findAbsent(work, closing, ids)));
  }
  // In one order for everybody: two workers at once wait for each other instead of crossing.
  const rows = found.map(({ row }) => row).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const written = await insertReminders(work.tx, rows);
  const names = new Set(written.map(nameOf));
  const byPerson = groupBy(
    found.filter(({ row }) => names.has(nameOf(row))),
    ({ to }) => to.personId,
  );
  const mails = byPerson.flatMap((all) => {
    const [first] = all;
    return first
      ? [
          reminderMail(
            first.to,
            all.map(({ line }) => line),
            work.now,
          ),
        ]
      : [];
  });
  await enqueueMails(work.tx, mails);
  return { last, people: ids.length, mails: mails.length };
}

const nameOf = (row: NewReminder) =>
  [row.campaignId, row.kind, row.closesOn, row.personId, row.subject].join("/");

function questionOf(
  { now }: Work,
  { campaign, closesAt }: Closing,
  begun: Begun,
): ReminderQuestion | null {
  const kind = dueReminder({ opensAt: campaign.opensAt, closesAt }, begun, now);
  if (kind === null) return null;
  return {
    campaignId: campaign.id,
    kind,
    closesOn: isoDayInParis(closesAt),
    day: isoDayInParis(now),
  };
}

const lineOf = ({ campaign, closesAt, own }: Closing, document: CampaignDocument) => ({
  own,
  campaign: `${document.title} ${document.edition}`,
  slug: campaign.slug,
  closesAt,
});

async function findDrafts(work: Work, closing: Closing, ids: readonly string[]): Promise<Found[]> {
  const question = questionOf(work, closing, "draft");
  if (!question) return [];
  const { day: _day, ...row } = question;
  const about = lineOf(closing, documentOf(closing.campaign));
  const targets = await listDraftTargets(work.tx, question, draftRoles, ids);
  const drafts = targets.map(({ applicationId }) => applicationId);
  // Where a campaign has one closing only, it is everybody's.
  const schoolsOf = closing.extensions.length > 0 && (await listSchoolsOf(work.tx, drafts));
  return targets
    .filter(
      ({ applicationId }) =>
        !schoolsOf || closesThen(work, closing, schoolsOf.get(applicationId)?.schools ?? []),
    )
    .map(({ applicationId, applicant, ...to }) => ({
      to,
      row: { ...row, personId: to.personId, subject: applicationId },
      line: { ...about, applicant, applicationId },
    }));
}

async function findAbsent(work: Work, closing: Closing, ids: readonly string[]): Promise<Found[]> {
  const document = documentOf(closing.campaign);
  const question = questionOf(work, closing, "nothing");
  if (!question || !document.applicants.roles.some((role) => role === "head")) return [];
  const { day: _day, ...row } = question;
  const about = lineOf(closing, document);
  const absent = await listAbsentTargets(work.tx, question, absentRoles, ids);
  const targets = absent.filter(({ unit }) => closesThen(work, closing, [unit]));
  const codes = targets.flatMap(({ unit }) => unit.communeCode ?? []);
  const communes = new Map(
    (codes.length > 0 ? await listCommunes(work.tx, codes) : []).map((one) => [one.code, one]),
  );
  return targets
    .filter(({ unit }) => {
      const commune = communes.get(unit.communeCode ?? "");
      return isInPerimeter(document, schoolFactsOf(unit, commune, document.perimeter.kinds));
    })
    .map(({ unit, ...to }) => ({
      to,
      row: { ...row, personId: to.personId, subject: unit.uai },
      line: { ...about, applicant: unit.name, applicationId: null },
    }));
}
