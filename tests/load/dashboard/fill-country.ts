import { readFileSync } from "node:fs";
import { DateTime } from "luxon";
import { system } from "~/domain/access/actor";
import type { Database, Tx } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { findOrCreateOrganisation } from "~db/repositories/people.server";
import { seedPublishedFigures } from "~db/seed/indicators";
import { seedReference } from "~db/seed/reference";
import { inWork } from "~db/work.server";
import { region } from "~tests/factories/rollout-programme";
import { insertCampaignDocument } from "~tests/factories/small-campaign";
import { sql } from "~tests/support/raw-sql";

export type Country = { readonly schools: number; readonly campaigns: number };

/** A number from 0 to 99 drawn from two others, the same at each run. */
const draw = (one: string, other: string) =>
  sql.raw(`abs(hashtext(${one} || ' ' || ${other})) % 100`);

/**
 * Fills a new database with schools over every département and yearly campaigns of the label's own
 * document: the last is open, the others are decided, published, allocated and half rolled out. Rows
 * go straight into the base tables, as in a base that was filled before the roll-ups existed.
 */
export async function fillCountry(
  database: Database,
  journalKey: string,
  { schools, campaigns }: Country,
): Promise<void> {
  await migrate(database);
  await database.transaction((tx) => seedReference(tx));
  const rows: CampaignRow[] = [];
  await inWork(database, { actor: system, now: new Date(), journalKey }, async (work) => {
    await seedPublishedFigures(work);
    for (let age = campaigns - 1; age >= 0; age -= 1) {
      rows.push(await insertCampaignDocument(work, labelOf(age)));
    }
    const { id } = await findOrCreateOrganisation(work.tx, region);
    await insertSchools(work.tx, schools);
    for (const [index, campaign] of rows.entries()) {
      await insertApplications(work.tx, campaign, index === rows.length - 1);
      if (index < rows.length - 1) await publish(work.tx, campaign, id);
    }
  });
  await database.execute("vacuum analyze");
}

/** The label's document, opened `age` years ago for two months, for every public school. */
function labelOf(age: number): Record<string, unknown> {
  const document = JSON.parse(
    readFileSync("db/seed/campaigns/label-lycee-numerique.json", "utf8"),
  ) as Record<string, unknown>;
  const opening = DateTime.now().setZone("Europe/Paris").minus({ years: age, days: 40 });
  const local = (days: number) => opening.plus({ days }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
  const edition = String(opening.year + 1);
  return {
    ...document,
    slug: `label-numerique-${edition}`,
    edition,
    perimeter: { kinds: ["ecole", "college", "lycee"], sectors: ["public"] },
    calendar: { opensAt: local(0), closesAt: local(60) },
  };
}

async function insertSchools(tx: Tx, count: number): Promise<void> {
  await tx.execute(sql`
    insert into directory_units (uai, name, kind, kinds, ministry, sector, contract, commune_code,
      departement_code, academie_code, region_code, pupils, open, state, source_file, updated_at)
    select uai, 'Établissement ' || number, kind, array[kind], 'education', 'public', 'sans-objet',
      code, departement_code, academie_code, region_code, 150, number % 50 <> 0,
      case when number % 50 = 0 then 'ferme' else 'ouvert' end::unit_state, 'mesure', now()
    from (
      select number, lpad(number::text, 7, '0') || 'Z' as uai,
        (case number % 10 when 0 then 'lycee' when 1 then 'college' else 'ecole' end)::unit_kind as kind,
        1 + (number * 7919) % (select count(*) from communes) as place
      from generate_series(1, ${count}::int) as number
    ) as school join (
      select c.code, c.departement_code, c.region_code, d.academie_code,
        row_number() over (order by c.code) as place
      from communes c join departements d on d.code = c.departement_code
    ) as commune using (place)`);
}

/** Nine schools in ten apply; of the open campaign some are drafts, some withdrawn. */
async function insertApplications(tx: Tx, campaign: CampaignRow, isOpen: boolean): Promise<void> {
  const lot = draw("uai", `'${campaign.slug}'`);
  const when = draw("uai", `'jour ${campaign.slug}'`);
  const status = isOpen
    ? sql`case when lot < 20 then 'draft' when lot < 25 then 'withdrawn' else 'submitted' end`
    : sql`case when lot < 5 then 'withdrawn' else 'decided' end`;
  await tx.execute(sql`
    insert into applications (campaign_id, applicant_kind, applicant_code, status, created_by,
      submitted_at, examined_score, examined_level)
    select ${campaign.id}::uuid, 'school', uai, status, gen_random_uuid(),
      case when status <> 'draft' then opens_at + at * (least(closes_at, now()) - opens_at) / 100 end,
      lot, lot % 4
    from (
      select uai, lot, at, ${status} as status
      from (select uai, ${lot} as lot, ${when} as at from directory_units) as unit where lot < 90
    ) as file, campaigns where campaigns.id = ${campaign.id}::uuid`);
  await tx.execute(sql`
    insert into application_schools (application_id, campaign_id, uai)
    select id, campaign_id, applicant_code from applications where campaign_id = ${campaign.id}::uuid`);
}

/** Labels of three years by the level drawn, a plan that serves most of them, and its roll-out. */
async function publish(tx: Tx, { id, slug }: CampaignRow, ownerId: string): Promise<void> {
  const of = sql`campaign_id = ${id}::uuid`;
  await tx.execute(sql`
    update campaigns set published_at = closes_at + interval '90 days',
      examination_closed_at = closes_at + interval '60 days' where id = ${id}::uuid`);
  await tx.execute(sql`
    insert into labels (uai, campaign_id, application_id, level, valid_from, valid_until)
    select applicant_code, campaign_id, a.id, examined_level, published_at::date,
      (published_at + interval '3 years')::date
    from applications a join campaigns c on c.id = a.campaign_id
    where ${of} and status = 'decided' and examined_level > 0`);
  await tx.execute(sql`
    insert into allocation_plans (campaign_id, entitlement_id, status, envelope_cents,
      unit_price_cents, unit, method, ranking_quantity, optimum_quantity, is_optimum_proven,
      computed_by, vote_kind, vote_number, voted_on, adopted_by, adopted_at)
    values (${id}::uuid, 'lordi', 'adopted', 1, 1, 'loRdi', 'ranking', 1, 1, true,
      gen_random_uuid(), 'deliberation', 'MESURE', current_date, gen_random_uuid(), now())`);
  await tx.execute(sql`
    insert into allocation_lines (plan_id, uai, rank, level, score, entitled_quantity, quantity,
      amount_cents, is_served, is_served_by_ranking, is_served_by_optimum, reason)
    select p.id, l.uai, row_number() over (order by l.uai), l.level, '0', units,
      case when l.level > 1 then units else 0 end, 0, l.level > 1, true, true, 'served'
    from (select *, 20 + abs(hashtext(uai)) % 100 as units from labels where ${of}) l
      join allocation_plans p on p.campaign_id = l.campaign_id`);
  await tx.execute(sql`
    insert into rollout_programmes (slug, title, unit, owner_id, campaign_id, plan_id)
    select ${slug}, 'Déploiement', 'loRdi', ${ownerId}::uuid, campaign_id, id
    from allocation_plans where ${of}`);
  await tx.execute(sql`
    insert into rollout_items (programme_id, uai, planned, ordered, delivered, installed)
    select r.id, l.uai, quantity, quantity, quantity / 2, quantity / 3
    from allocation_lines l join rollout_programmes r on r.plan_id = l.plan_id
    where r.${of} and is_served`);
}
