import { Download } from "lucide-react";
import { Anchor } from "../components/anchor";
import { Badge, Tag, TagGroup } from "../components/badge";
import { Button } from "../components/button";
import { CellTitle, type Column, DataTable } from "../components/data-table";
import { DefinitionList } from "../components/definition-list";
import { Filters, SavedViews } from "../components/filters";
import { LevelMark, type LevelValue } from "../components/level-mark";
import { Pagination } from "../components/pagination";
import { SelectField } from "../components/select-field";
import { Sheet } from "../components/sheet";
import { TextField } from "../components/text-field";

interface Row {
  name: string;
  place: string;
  status: "received" | "examined";
  sent: string;
  declared: string;
  level: LevelValue;
}

const rows: Row[] = [
  {
    name: "Lycée des Causses-Hauts",
    place: "Gourdon (46) · 0469906T",
    status: "examined",
    sent: "9 mars",
    declared: "78,4",
    level: 3,
  },
  {
    name: "Lycée du Val d’Adour",
    place: "Tarbes (65) · 0659907R",
    status: "received",
    sent: "24 février",
    declared: "61,5",
    level: 2,
  },
  {
    name: "Lycée professionnel du Canal",
    place: "Toulouse (31) · 0319903W",
    status: "received",
    sent: "27 mars",
    declared: "33,1",
    level: 0,
  },
];

const columns: Column<Row>[] = [
  {
    key: "name",
    header: "Établissement",
    phone: "title",
    sort: { to: "?tri=nom" },
    cell: (row) => (
      <CellTitle title={<Anchor to="/composants">{row.name}</Anchor>} detail={row.place} />
    ),
  },
  {
    key: "status",
    header: "Statut",
    phone: "status",
    cell: (row) =>
      row.status === "examined" ? (
        <Badge tone="success" icon="check">
          Instruite
        </Badge>
      ) : (
        <Badge icon="inbox">Reçue</Badge>
      ),
  },
  {
    key: "sent",
    header: "Transmise",
    phone: "fact",
    sort: { to: "?tri=date" },
    cell: (row) => row.sent,
  },
  {
    key: "declared",
    header: "Déclaré",
    phone: "fact",
    align: "right",
    sort: { to: "?tri=score", direction: "desc" },
    cell: (row) => (
      <>
        {row.declared} <LevelMark level={row.level} size="sm" label={row.level} />
      </>
    ),
  },
];

/** A list with its views, filters, table and pages. */
export function ListSpecimen() {
  return (
    <>
      <SavedViews
        label="Vues"
        views={[
          { to: "?vue=transmises", label: "Transmises", count: "67", current: true },
          { to: "?vue=instruire", label: "À instruire", count: "38" },
          { to: "?vue=retard", label: "En retard", count: "3" },
        ]}
      />
      <Filters
        action="/composants"
        search={<TextField name="q" label="Établissement, commune ou UAI" type="search" />}
        active={
          <TagGroup label="Filtres de la liste">
            <Tag key="a" removable to="?public=">
              Secteur : public et agricole
            </Tag>
          </TagGroup>
        }
        tools={
          <Button variant="tertiary-no-outline" size="sm" icon={Download}>
            Exporter la liste
          </Button>
        }
      >
        <SelectField
          name="departement"
          label="Département"
          emptyLabel="Tous (8)"
          options={[{ value: "12", label: "Aveyron" }]}
        />
        <SelectField
          name="statut"
          label="Statut"
          emptyLabel="Tous (5)"
          options={[{ value: "recue", label: "Reçue" }]}
        />
      </Filters>
      <Sheet padding="flush">
        <DataTable
          caption="Candidatures transmises"
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={(row) => row.name}
          selected={(row) => row.declared === "61,5"}
          fixedFirst
        />
      </Sheet>
      <Pagination
        page={2}
        pageCount={6}
        toPage={(page) => `?page=${page}`}
        summary="13 à 24 sur 67, par 12"
      />
      <Sheet title="Faits">
        <DefinitionList
          items={[
            { term: "Niveau 3", value: "10 lycées sur 16, soit 62,5 %" },
            {
              term: "Rang",
              value: (
                <>
                  2<sup>e</sup> sur 13
                </>
              ),
            },
          ]}
        />
      </Sheet>
    </>
  );
}
