import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { MailTemplate } from "../../app/domain/mail/template";
import type { EditableMailKind } from "../../app/domain/mail/vocabulary";
import type { Tx } from "../client.server";
import { mailTemplates } from "../schema/mails";
import { people } from "../schema/people";

type MailTemplateRow = typeof mailTemplates.$inferSelect;
type Named = Pick<MailTemplateRow, "campaignId" | "kind">;

const { subject, body } = mailTemplates;
const isOwn = isNotNull(body);
const words = { subject, body: sql<string>`${body}` };

/** A campaign's own words for a kind of mail; undefined where it keeps the original ones. */
export async function findMailTemplate(
  tx: Tx,
  campaignId: string,
  kind: EditableMailKind,
): Promise<MailTemplate | undefined> {
  const [row] = await tx
    .select(words)
    .from(mailTemplates)
    .where(and(isNamed({ campaignId, kind }), isOwn));
  return row;
}

/** The words that some campaigns have of their own for a kind of mail, by campaign. */
export async function listMailTemplatesOf(
  tx: Tx,
  campaignIds: readonly string[],
  kind: EditableMailKind,
): Promise<ReadonlyMap<string, MailTemplate>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await tx
    .select({ ...words, campaignId: mailTemplates.campaignId })
    .from(mailTemplates)
    .where(
      and(inArray(mailTemplates.campaignId, [...campaignIds]), eq(mailTemplates.kind, kind), isOwn),
    );
  return new Map(rows.map(({ campaignId, ...template }) => [campaignId, template]));
}

/** Where a campaign stands with a kind of mail: the words it last wrote, null for the original ones. */
export type MailTemplateLine = {
  readonly kind: EditableMailKind;
  readonly own: MailTemplate | null;
  readonly version: number;
  readonly changedAt: Date;
  readonly author: string;
};

/** Every kind of mail whose words a campaign changed once, gone back to the original ones or not. */
export async function listMailTemplates(tx: Tx, campaignId: string): Promise<MailTemplateLine[]> {
  const rows = await tx
    .select({
      template: mailTemplates,
      author: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(mailTemplates)
    .innerJoin(people, eq(people.id, mailTemplates.changedBy))
    .where(eq(mailTemplates.campaignId, campaignId))
    .orderBy(asc(mailTemplates.kind));
  return rows.map(({ template, author }) => ({
    kind: template.kind,
    own: template.body === null ? null : { subject: template.subject, body: template.body },
    version: template.version,
    changedAt: template.changedAt,
    author,
  }));
}

/**
 * Writes what a campaign says in a kind of mail, or goes back to the original words (null), over the version
 * that was read (0: never changed). False when somebody wrote meanwhile: the row's version decides.
 */
export async function writeMailTemplate(
  tx: Tx,
  named: Named,
  own: MailTemplate | null,
  by: { readonly version: number; readonly changedBy: string; readonly changedAt: Date },
): Promise<boolean> {
  const { version, ...signed } = by;
  const values = { subject: own?.subject ?? null, body: own?.body ?? null, ...signed };
  if (version === 0) {
    const rows = await tx
      .insert(mailTemplates)
      .values({ ...named, ...values })
      .onConflictDoNothing()
      .returning({ version: mailTemplates.version });
    return rows.length === 1;
  }
  const rows = await tx
    .update(mailTemplates)
    .set({ ...values, version: version + 1 })
    .where(and(isNamed(named), eq(mailTemplates.version, version)))
    .returning({ version: mailTemplates.version });
  return rows.length === 1;
}

function isNamed({ campaignId, kind }: Named) {
  return and(eq(mailTemplates.campaignId, campaignId), eq(mailTemplates.kind, kind));
}
