import { levelLabel } from "~/features/examine-applications/labels";
import { Callout } from "~/ui/components/alert";
import { type Column, DataTable } from "~/ui/components/data-table";
import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import { StatFigure, StatRow } from "~/ui/components/stat-figure";
import { formatCount, formatNumber } from "~/ui/format";
import type { JuryFileView } from "../jury-file-view.server";
import { bandLabels } from "../labels";

const tenth = (score: number | null) =>
  score === null ? "–" : formatNumber(score, { decimals: 1 });

type AxisRow = JuryFileView["axes"][number];

const columns: Column<AxisRow>[] = [
  { key: "axis", header: "Axe", phone: "title", cell: (row) => row.title },
  {
    key: "declared",
    header: "Déclaré, sur\u00a0100",
    align: "right",
    cell: (row) => tenth(row.declared),
  },
  {
    key: "examined",
    header: "Instruit, sur\u00a0100",
    align: "right",
    cell: (row) =>
      row.examined === row.declared ? tenth(row.examined) : <strong>{tenth(row.examined)}</strong>,
  },
];

/** One file as the jury reads it: both scores, the axes, the corrections and the opinion. */
export function FileSheet({ view }: { view: JuryFileView }) {
  const { school, pupils, declared, examined, rank, session, band } = view;
  const facts = [
    school.commune,
    `UAI\u00a0${school.uai}`,
    pupils === null ? null : formatCount(pupils, "élève"),
  ];
  return (
    <Sheet>
      <p className="jl-quiet">{`Dossier ${rank} sur ${session.total} · ${bandLabels[band].toLowerCase()}`}</p>
      <h2>{school.name}</h2>
      <p>{facts.filter(Boolean).join(" · ")}</p>
      <div className="jl-stack jl-after">
        <StatRow>
          <Total name="Déclaré par l’établissement" scale={session.scale} {...declared} />
          <Total name="Retenu par l’instruction" scale={session.scale} {...examined} />
        </StatRow>
        <h3>Scores par axe</h3>
        <DataTable
          caption="Scores par axe, sur 100"
          captionHidden
          columns={columns}
          rows={view.axes}
          rowKey={(row) => row.id}
          size="sm"
          phone="scroll"
        />
        {view.corrections.length > 0 ? (
          <>
            <h3>Critères corrigés</h3>
            <ul>
              {view.corrections.map(({ question, reason }) => (
                <li key={question}>
                  {question}
                  <span className="jl-quiet">{`\u00a0: ${reason}`}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <Callout title="Avis de l’instruction">
          <p className="jl-typed">{view.opinion ?? "Aucun avis."}</p>
        </Callout>
        {view.answersTo ? (
          <p>
            <Link to={view.answersTo} icon="arrow">
              Lire les réponses et les preuves
            </Link>
          </p>
        ) : null}
      </div>
    </Sheet>
  );
}

type TotalProps = {
  readonly name: string;
  readonly scale: JuryFileView["session"]["scale"];
  readonly score: number | null;
  readonly level: number;
};

function Total({ name, scale, score, level }: TotalProps) {
  return (
    <StatFigure value={tenth(score)} unit="sur 100">
      <p>{name}</p>
      {scale === "levels" ? (
        <LevelMark level={level as LevelValue} label={levelLabel(level)} />
      ) : null}
    </StatFigure>
  );
}
