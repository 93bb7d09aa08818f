import { system } from "~/domain/access/actor";
import type { Database, Tx } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { seedReference } from "~db/seed/reference";
import { inWork } from "~db/work.server";
import { buildSmallCampaign, insertCampaignDocument } from "~tests/factories/small-campaign";
import { sql } from "~tests/support/raw-sql";

export const measuredSlug = "export-mesure";
const questionCount = 90;
/** Different sets of answers, taken in turn. */
const variants = 200;

const options = ["aucune", "quelques", "majorite", "toutes"].map((id) => ({
  id,
  label: `Option ${id} de la question`,
}));
const steps = ["jamais", "annuel", "trimestriel", "mensuel"].map((id) => ({ id, label: id }));

/** Question kinds in turn, with an answer of each: what a real questionnaire asks, long texts included. */
const kinds: readonly {
  readonly question: object;
  readonly answer: (draw: number) => unknown;
}[] = [
  { question: { kind: "yes-no" }, answer: (draw) => draw % 2 === 0 },
  { question: { kind: "integer", unit: "élèves" }, answer: (draw) => draw * 3 - 40 },
  {
    question: { kind: "single-choice", options },
    answer: (draw) => options[draw % options.length]?.id,
  },
  {
    question: { kind: "long-text" },
    answer: (draw) =>
      `Le projet numérique ${draw} prévoit « l’équipement » & la formation. `.repeat(4),
  },
  { question: { kind: "scale", steps }, answer: (draw) => steps[draw % steps.length]?.id },
  { question: { kind: "money" }, answer: (draw) => draw * 12_345 },
  { question: { kind: "percentage" }, answer: (draw) => draw % 101 },
  {
    question: { kind: "date" },
    answer: (draw) => `2026-03-${String(1 + (draw % 28)).padStart(2, "0")}`,
  },
  { question: { kind: "short-text" }, answer: (draw) => `=Réponse ${draw} ; « courte »` },
  { question: { kind: "decimal" }, answer: (draw) => draw / 4 },
];

function document() {
  const questions = Array.from({ length: questionCount - 1 }, (_none, rank) => ({
    id: `q${rank}`,
    title: `Question numéro ${rank} du questionnaire`,
    required: false,
    ...kinds[rank % kinds.length]?.question,
  }));
  const total = {
    id: "total",
    kind: "calculated",
    title: "Élèves comptés",
    expr: { add: [{ answer: "q1" }, { answer: "q11" }] },
  };
  return buildSmallCampaign({
    slug: measuredSlug,
    perimeter: { kinds: ["lycee"] },
    questionnaire: {
      revision: 1,
      sections: [{ id: "mesure", title: "Mesure", questions: [...questions, total] }],
    },
    axes: [{ id: "seul", title: "Axe", short: "Axe", weight: 100 }],
    scoringGrid: [
      { question: "q0", axis: "seul", rule: { kind: "options", points: { yes: 4, no: 0 } } },
    ],
    levels: [
      {
        level: 1,
        title: "Niveau 1",
        gates: [{ id: "n1", label: "Score global", kind: "overall", min: 50 }],
      },
    ],
  });
}

/** A sealed content as submissions have it: 89 answers, and the facts of a school. */
function snapshot(draw: number): string {
  const answers = Object.fromEntries(
    Array.from({ length: questionCount - 1 }, (_none, rank) => [
      `q${rank}`,
      kinds[rank % kinds.length]?.answer(draw + rank),
    ]),
  );
  return JSON.stringify({
    schemaVersion: 1,
    schools: [{ uai: "0120001A", name: "Lycée", kind: "lycee" }],
    answers,
    proofs: [],
  });
}

/** Fills a new database with one campaign and its submitted applications, straight into the tables. */
export async function fillCampaign(database: Database, applications: number): Promise<string> {
  await migrate(database);
  await database.transaction((tx) => seedReference(tx));
  const journalKey = "clé de journal de la mesure";
  const options = { actor: system, now: new Date(), journalKey };
  const campaign = await inWork(database, options, async (work) => {
    const row = await insertCampaignDocument(work, document());
    await insertRows(work.tx, row.id, applications);
    return row;
  });
  await database.execute("vacuum analyze");
  return campaign.id;
}

async function insertRows(tx: Tx, campaignId: string, count: number): Promise<void> {
  await tx.execute(sql`
    insert into directory_units (uai, name, kind, kinds, ministry, sector, contract, commune_code,
      departement_code, academie_code, region_code, pupils, open, state, source_file, updated_at)
    select lpad(number::text, 7, '0') || 'Z', 'Lycée d’essai ' || number, 'lycee', array['lycee'::unit_kind],
      'education', 'public', 'sans-objet', code, departement_code, academie_code, region_code, 600, true,
      'ouvert'::unit_state, 'mesure', now()
    from generate_series(1, ${count}::int) as number join (
      select c.code, c.departement_code, c.region_code, d.academie_code,
        row_number() over (order by c.code) as place
      from communes c join departements d on d.code = c.departement_code
    ) as commune on place = 1 + number % 30000`);
  await tx.execute(sql`
    insert into applications (campaign_id, applicant_kind, applicant_code, status, created_by,
      submitted_at, declared_score, declared_level)
    select ${campaignId}::uuid, 'school', uai, 'submitted', gen_random_uuid(), now(), 72.5, 2
    from directory_units where source_file = 'mesure'`);
  await tx.execute(sql`
    insert into application_schools (application_id, campaign_id, uai)
    select id, campaign_id, applicant_code from applications where campaign_id = ${campaignId}::uuid`);
  const drawn = JSON.stringify(Array.from({ length: variants }, (_none, draw) => snapshot(draw)));
  await tx.execute(sql`
    insert into submissions (application_id, number, receipt_number, submitted_by, submitted_at, snapshot, sha256)
    select a.id, 1, 'MESURE-' || a.applicant_code, a.created_by, a.submitted_at,
      snapshots.texts ->> (row_number() over (order by a.id) % ${variants})::int, ''
    from applications a, (select ${drawn}::text::jsonb as texts) as snapshots
    where a.campaign_id = ${campaignId}::uuid`);
}
