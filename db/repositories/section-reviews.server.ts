import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { rowsOf, type Tx } from "../client.server";
import type { applications } from "../schema/applications";
import { memberships, people } from "../schema/people";
import { sectionReviews } from "../schema/teamwork";
import { holdsAt, type RoleMoment } from "./people.server";

/** A request to read a section again that nobody has answered. */
export type OpenReview = {
  readonly sectionId: string;
  readonly askedById: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly message: string | null;
};

/** Somebody to whom a section was entrusted. */
export type SectionHolder = { readonly sectionId: string; readonly name: string };

/** Who has each section of a file, and who asks that one be read again. */
export type SectionWork = {
  readonly reviews: readonly OpenReview[];
  readonly holders: readonly SectionHolder[];
};

type FileOfTeam = Pick<typeof applications.$inferSelect, "id" | "applicantKind" | "applicantCode">;

type WorkRow = {
  sectionId: string;
  personId: string;
  name: string;
  askedAt: Date | string | null;
  message: string | null;
};

/**
 * All of it for one file at that moment, in one statement. Sections are entrusted to people of the
 * applicant (a school, a commune, an EPCI) or of the schools that the file covers.
 */
export async function listSectionWork(
  tx: Tx,
  { id: applicationId, applicantKind, applicantCode }: FileOfTeam,
  uais: readonly string[],
  moment: RoleMoment,
): Promise<SectionWork> {
  const held = and(
    or(
      and(eq(memberships.scopeKind, applicantKind), eq(memberships.scopeCode, applicantCode)),
      and(eq(memberships.scopeKind, "school"), inArray(memberships.scopeCode, [...uais])),
    ),
    isNull(people.disabledAt),
    holdsAt(moment),
  );
  const rows = await rowsOf<WorkRow>(
    tx,
    sql`select * from (
        select ${sectionReviews.sectionId} as "sectionId", ${people.id} as "personId",
          ${people.givenName} || ' ' || ${people.familyName} as name,
          ${sectionReviews.askedAt} as "askedAt", ${sectionReviews.message} as message
        from ${sectionReviews} join ${people} on ${people.id} = ${sectionReviews.askedBy}
        where ${sectionReviews.applicationId} = ${applicationId}::uuid
          and ${sectionReviews.doneAt} is null
        union all
        select distinct entrusted.section_id, ${people.id},
          ${people.givenName} || ' ' || ${people.familyName}, null::timestamptz, null::text
        from ${memberships} join ${people} on ${people.id} = ${memberships.personId}
          cross join lateral unnest(${memberships.sections}) as entrusted(section_id)
        where ${held}
      ) as found
      order by found."askedAt", found.name, found."personId"`,
  );
  return {
    reviews: rows.flatMap(({ sectionId, personId, name, askedAt, message }) =>
      askedAt === null
        ? []
        : [
            {
              sectionId,
              askedById: personId,
              askedBy: name,
              askedAt: new Date(askedAt),
              message,
            },
          ],
    ),
    holders: rows.flatMap(({ sectionId, name, askedAt }) =>
      askedAt === null ? [{ sectionId, name }] : [],
    ),
  };
}

/**
 * Asks that a section be read again. Undefined when somebody already asks it: the unique index decides,
 * whoever comes at the same time.
 */
export async function insertReview(
  tx: Tx,
  review: Pick<
    typeof sectionReviews.$inferInsert,
    "applicationId" | "sectionId" | "askedBy" | "askedAt" | "message"
  >,
): Promise<string | undefined> {
  const [row] = await tx
    .insert(sectionReviews)
    .values(review)
    .onConflictDoNothing()
    .returning({ id: sectionReviews.id });
  return row?.id;
}

/** Who asks that a section be read again, if anybody does. */
export async function findOpenReview(
  tx: Tx,
  applicationId: string,
  sectionId: string,
): Promise<{ readonly askedBy: string } | undefined> {
  const [row] = await tx
    .select({ askedBy: sectionReviews.askedBy })
    .from(sectionReviews)
    .where(openFor(applicationId, sectionId));
  return row;
}

/** Answers the open request of a section; undefined when there is none (any more). */
export async function closeReview(
  tx: Tx,
  done: {
    readonly applicationId: string;
    readonly sectionId: string;
    readonly personId: string;
    readonly at: Date;
  },
): Promise<{ readonly id: string; readonly askedBy: string } | undefined> {
  const [row] = await tx
    .update(sectionReviews)
    .set({ doneBy: done.personId, doneAt: done.at })
    .where(openFor(done.applicationId, done.sectionId))
    .returning({ id: sectionReviews.id, askedBy: sectionReviews.askedBy });
  return row;
}

function openFor(applicationId: string, sectionId: string) {
  return and(
    eq(sectionReviews.applicationId, applicationId),
    eq(sectionReviews.sectionId, sectionId),
    isNull(sectionReviews.doneAt),
  );
}
