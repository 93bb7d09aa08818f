import { DefinitionList } from "~/ui/components/definition-list";
import { Sheet } from "~/ui/components/sheet";
import { formatDate, formatNumber } from "~/ui/format";
import {
  contractLabels,
  ministryLabels,
  sectorLabels,
  stateLabels,
  unitKindLabels,
} from "../labels";
import type { SchoolView } from "../school-view.server";

const unknown = "Non communiqué";
const yesNo = (value: boolean | null) => (value === null ? unknown : value ? "Oui" : "Non");

/** What the directory knows, with the file that said it and its date. */
export function SchoolFacts({ view }: { view: SchoolView }) {
  const { unit, sites } = view;
  const source = unit.sourceDate ? `, à jour du ${formatDate(unit.sourceDate)}` : "";
  return (
    <Sheet title="Annuaire">
      <div className="jl-stack">
        <p className="jl-quiet">
          {`Source\u00a0: ${unit.sourceFile}${source}. Enregistré le ${formatDate(view.updatedAt)}.`}
        </p>
        <DefinitionList variant="lines" items={itemsOf(view)} />
        {sites.length > 0 ? (
          <div>
            <h3 className="jl-h4">Sites et composantes</h3>
            <ul>
              {sites.map((site) => (
                <li className="jl-record" key={`${site.name}-${site.kind}-${site.locality}`}>
                  {[site.name, unitKindLabels[site.kind], site.locality]
                    .filter(Boolean)
                    .join(" · ")}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Sheet>
  );
}

function itemsOf({ unit, ...names }: SchoolView) {
  const address = [unit.address, unit.postalCode, unit.locality].filter(Boolean).join(" ");
  const isSecondary = unit.kinds.some((kind) => kind === "lycee" || kind === "college");
  return [
    { term: "État", value: stateLabels[unit.state] },
    { term: "Ouverture", value: unit.openedOn ? formatDate(unit.openedOn) : unknown },
    { term: "Nature", value: unit.natureLabel ?? unit.natureCode ?? unknown },
    { term: "Ministère", value: ministryLabels[unit.ministry] },
    { term: "Secteur", value: unit.sector ? sectorLabels[unit.sector] : "Sans objet" },
    { term: "Contrat", value: contractLabels[unit.contract] },
    { term: "Adresse", value: address || unknown },
    { term: "Académie", value: names.academieName ?? unknown },
    { term: "Région", value: names.regionName ?? unknown },
    ...(names.circonscriptionName
      ? [{ term: "Circonscription", value: names.circonscriptionName }]
      : []),
    ...(names.bassinName ? [{ term: "Bassin de formation", value: names.bassinName }] : []),
    { term: "Élèves", value: headcount(unit.pupils, unit.pupilsDate) },
    ...(isSecondary
      ? [
          {
            term: "Élèves de seconde",
            value: headcount(unit.pupilsSeconde, unit.pupilsSecondeDate),
          },
          { term: "Internat", value: yesNo(unit.boarding) },
        ]
      : []),
    { term: "SIRET", value: unit.siret ?? unknown },
    { term: "Adresse électronique", value: unit.institutionalMail ?? unknown },
    ...(unit.motherUai ? [{ term: "Établissement mère", value: unit.motherUai }] : []),
    ...(unit.rpiDispersedCode ? [{ term: "RPI dispersé", value: unit.rpiDispersedCode }] : []),
  ];
}

function headcount(count: number | null, day: string | null): string {
  if (count === null) return unknown;
  return day ? `${formatNumber(count)}, au ${formatDate(day)}` : formatNumber(count);
}
