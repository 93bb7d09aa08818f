import { and, asc, eq, gt, inArray, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import type { Role } from "../../app/domain/access/vocabulary";
import type { SwitchableTopic } from "../../app/domain/mail/vocabulary";
import type { ReminderKind } from "../../app/domain/reminder/vocabulary";
import type { Tx } from "../client.server";
import { applicationSchools, applications } from "../schema/applications";
import { directoryUnits } from "../schema/directory";
import { reminders, silencedTopics } from "../schema/jobs";
import { memberships, people } from "../schema/people";
import { communes } from "../schema/territory";
import type { UnitRow } from "./applications.server";
import { holdsAt } from "./people.server";

/** Somebody to remind, who has an account in use and did not switch reminders off. */
export type Addressee = {
  readonly personId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
};

/** What is asked about one campaign: the reminder due, and the day in Paris of its closing and of today. */
export type ReminderQuestion = {
  readonly campaignId: string;
  readonly kind: ReminderKind;
  readonly closesOn: string;
  readonly day: string;
};

const topic: SwitchableTopic = "reminders";

const addressee = {
  personId: people.id,
  email: people.email,
  givenName: people.givenName,
  familyName: people.familyName,
};

/** Accounts in use, by pages in the order of their identifiers; `after` is the last one of the page before. */
export async function listRemindablePeople(
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        isNull(people.disabledAt),
        isNotNull(people.passwordHash),
        after === null ? undefined : gt(people.id, after),
      ),
    )
    .orderBy(asc(people.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** How many accounts are in use. */
export async function countRemindablePeople(tx: Tx): Promise<number> {
  return tx.$count(people, and(isNull(people.disabledAt), isNotNull(people.passwordHash)));
}

const isNotSilenced = (tx: Tx) =>
  notExists(
    tx
      .select({ one: sql`1` })
      .from(silencedTopics)
      .where(and(eq(silencedTopics.personId, people.id), eq(silencedTopics.topic, topic))),
  );

export type DraftTarget = Addressee & {
  readonly applicationId: string;
  /** The school, commune or EPCI that applies, by name; null for one that the directory no longer names. */
  readonly applicant: string | null;
};

/** Among some people, those who hold one of `roles` over a draft's applicant, with the draft. */
export async function listDraftTargets(
  tx: Tx,
  { campaignId, day }: ReminderQuestion,
  roles: readonly Role[],
  personIds: readonly string[],
): Promise<DraftTarget[]> {
  return tx
    .selectDistinct({
      ...addressee,
      applicationId: applications.id,
      applicant: sql<string | null>`coalesce(${directoryUnits.name}, ${communes.name})`,
    })
    .from(applications)
    .innerJoin(
      memberships,
      and(
        sql`${memberships.scopeKind} = ${applications.applicantKind}`,
        eq(memberships.scopeCode, applications.applicantCode),
      ),
    )
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(
      directoryUnits,
      and(
        eq(applications.applicantKind, "school"),
        eq(directoryUnits.uai, applications.applicantCode),
      ),
    )
    .leftJoin(
      communes,
      and(eq(applications.applicantKind, "commune"), eq(communes.code, applications.applicantCode)),
    )
    .where(
      and(
        eq(applications.campaignId, campaignId),
        eq(applications.status, "draft"),
        inArray(memberships.role, [...roles]),
        inArray(people.id, [...personIds]),
        holdsAt({ day, campaignId }),
        isNotSilenced(tx),
      ),
    );
}

export type AbsentTarget = Addressee & { readonly unit: UnitRow };

/** Among some people, those who head an open school that has no active application, with the school. */
export async function listAbsentTargets(
  tx: Tx,
  { campaignId, day }: ReminderQuestion,
  roles: readonly Role[],
  personIds: readonly string[],
): Promise<AbsentTarget[]> {
  const begun = tx
    .select({ one: sql`1` })
    .from(applicationSchools)
    .where(
      and(
        eq(applicationSchools.campaignId, campaignId),
        eq(applicationSchools.uai, directoryUnits.uai),
        eq(applicationSchools.isActive, true),
      ),
    );
  const rows = await tx
    .select({ ...addressee, unit: directoryUnits })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(directoryUnits, eq(directoryUnits.uai, memberships.scopeCode))
    .where(
      and(
        eq(memberships.scopeKind, "school"),
        inArray(memberships.role, [...roles]),
        inArray(people.id, [...personIds]),
        eq(directoryUnits.open, true),
        holdsAt({ day, campaignId }),
        notExists(begun),
        isNotSilenced(tx),
      ),
    );
  return rows;
}

export type NewReminder = Pick<
  typeof reminders.$inferInsert,
  "campaignId" | "kind" | "closesOn" | "personId" | "subject"
>;

/** Writes reminders and gives those that nobody had written yet: only these are mailed. */
export async function insertReminders(
  tx: Tx,
  rows: readonly NewReminder[],
): Promise<readonly NewReminder[]> {
  if (rows.length === 0) return [];
  return tx
    .insert(reminders)
    .values([...rows])
    .onConflictDoNothing()
    .returning({
      campaignId: reminders.campaignId,
      kind: reminders.kind,
      closesOn: reminders.closesOn,
      personId: reminders.personId,
      subject: reminders.subject,
    });
}
