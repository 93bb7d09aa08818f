import { BarWithTarget, DeliveryBar, DeliveryLegend, DistanceBar } from "../components/bars";
import { DepartementMap, type MapEntry } from "../components/departement-map";
import { Frise } from "../components/frise";
import { Gauge } from "../components/gauge";
import { LevelMark } from "../components/level-mark";
import { classOf } from "../components/map-geometry";
import { Radar, RadarLegend } from "../components/radar";
import { Sheet } from "../components/sheet";
import { StatFigure, StatRow } from "../components/stat-figure";
import { formatNumber, formatPercent } from "../format";

const shares: [code: string, name: string, share: number | null][] = [
  ["09", "Ariège", 0.375],
  ["11", "Aude", 0.308],
  ["12", "Aveyron", 0.625],
  ["30", "Gard", 0.333],
  ["31", "Haute-Garonne", 0.478],
  ["32", "Gers", 0.455],
  ["34", "Hérault", 0.405],
  ["46", "Lot", 0.667],
  ["48", "Lozère", null],
  ["65", "Hautes-Pyrénées", 0.538],
  ["66", "Pyrénées-Orientales", 0.286],
  ["81", "Tarn", 0.353],
  ["82", "Tarn-et-Garonne", 0.12],
];

const entries: MapEntry[] = shares.map(([code, name, share]) => ({
  code,
  name,
  value: share === null ? "n. c." : formatPercent(share),
  shortValue: share === null ? "n. c." : formatNumber(share * 100, { decimals: 0 }),
  class: classOf(share, [0.2, 0.35, 0.5, 0.65]),
  to: `?departement=${code}`,
  selected: code === "12",
}));

const legend = [
  { class: 1, label: "Moins de 20 %" },
  { class: 2, label: "De 20 à 34,9 %" },
  { class: 3, label: "De 35 à 49,9 %" },
  { class: 4, label: "De 50 à 64,9 %" },
  { class: 5, label: "65 % et plus" },
  { class: null, label: "Non communiqué" },
] as const;

const axes = [
  { label: "Pilotage", shortLabel: "Pilotage", value: "78", ratio: 0.78, minimum: 0.55 },
  {
    label: "Équipement et infrastructures",
    shortLabel: "Équipement",
    value: "64",
    ratio: 0.64,
    minimum: 0.55,
  },
  { label: "Ressources et ENT", shortLabel: "Ressources", value: "81", ratio: 0.81, minimum: 0.55 },
  { label: "Usages pédagogiques", shortLabel: "Usages", value: "58", ratio: 0.58, minimum: 0.55 },
  {
    label: "Formation et accompagnement",
    shortLabel: "Formation",
    value: "47",
    ratio: 0.47,
    minimum: 0.55,
  },
  {
    label: "Cadre de confiance et données",
    shortLabel: "Confiance",
    value: "69",
    ratio: 0.69,
    minimum: 0.55,
  },
];

/** Score, axes, map, bars, dates. */
export function FiguresSpecimen() {
  return (
    <>
      <Sheet>
        <div className="jl-grid jl-grid--two">
          <div>
            <LevelMark level={2} size="xl" label="Niveau 2" />
            <p className="jl-second">
              avec vos réponses actuelles. Il manque 4,9 points et deux conditions pour le niveau 3.
            </p>
          </div>
          <Gauge
            ratio={0.651}
            value="65,1"
            unit="sur 100"
            description="65,1 points sur 100 ; niveau 1 à 35, niveau 2 à 55, niveau 3 à 70."
            marks={[
              { ratio: 0.35, label: "Niveau 1", shortLabel: "Niv. 1", value: "35" },
              { ratio: 0.55, label: "Niveau 2", shortLabel: "Niv. 2", value: "55" },
              { ratio: 0.7, label: "Niveau 3", shortLabel: "Niv. 3", value: "70" },
            ]}
          />
        </div>
      </Sheet>
      <div className="jl-grid jl-grid--two">
        <Sheet title="Par département">
          <DepartementMap
            entries={entries}
            label="Part des lycées de niveau 3 par département"
            legend={[...legend]}
            note="À partir de 50 %, la cible est atteinte."
          />
        </Sheet>
        <div className="jl-stack">
          <Sheet title="Six axes">
            <RadarLegend minimumLabel="Minimum du niveau 3" />
            <Radar
              axes={axes}
              description="Scores sur six axes : le tableau voisin donne les mêmes valeurs."
            />
          </Sheet>
          <Sheet title="Distance à la cible">
            <StatFigure value="42,6" unit="%">
              95 lycées sur 223. Il en manque 17 pour atteindre 50 % en septembre 2026.
            </StatFigure>
            <BarWithTarget ratio={0.426} target={0.5} targetLabel="Cible 50 %" size="lg" />
            <BarWithTarget ratio={0.47} target={0.55} marksBelow label="Formation" value="47" />
            <DistanceBar ratio={0.6} />
            <DistanceBar ratio={-0.4} />
          </Sheet>
        </div>
      </div>
      <Sheet title="Déploiement">
        <div className="jl-stack">
          <StatRow>
            <StatFigure value="1 774">postes prévus, dans 8 lycées</StatFigure>
            <StatFigure value="938">livrés, soit 52,9 %</StatFigure>
            <StatFigure value="600">installés, soit 33,8 %</StatFigure>
            <StatFigure value="2" tone="err">
              lycées en retard, 234 postes attendus
            </StatFigure>
          </StatRow>
          <DeliveryBar installed={0.338} delivered={0.191} ordered={0.389} size="lg" />
          <DeliveryLegend />
        </div>
      </Sheet>
      <Sheet title="Calendrier">
        <Frise
          label="Calendrier de la campagne"
          items={[
            { date: "12 janvier", label: "Ouverture", state: "past" },
            { date: "Aujourd’hui, 12 mars", label: "102 dossiers transmis", state: "today" },
            { date: "27 mars, 18 h 00", label: "Clôture, heure de Paris", state: "future" },
            { date: "30 mars – 29 mai", label: "Instruction par les DANE", state: "future" },
            { date: "9 juin", label: "Séance du jury", state: "future" },
            { date: "18 juin", label: "Publication des décisions", state: "future" },
          ]}
        />
      </Sheet>
    </>
  );
}
