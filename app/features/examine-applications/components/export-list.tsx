import { paths } from "~/paths";
import { Button } from "~/ui/components/button";
import { Link } from "~/ui/components/link";
import { SelectField } from "~/ui/components/select-field";
import { formatCount } from "~/ui/format";
import type { ExaminationListView } from "../examination-list-view.server";

/** The forms in which the list may be taken away, in the order of use. */
const formats = [
  { value: "xlsx", label: "Tableau Excel (XLSX)" },
  { value: "ods", label: "Tableau LibreOffice (ODS)" },
  { value: "csv", label: "Texte (CSV)" },
  { value: "zip", label: "Fichiers joints (ZIP)" },
];

/** Asks for an export of what the list shows, its view and filters kept; made in the background. */
export function ExportList({ view: { slug, query, counts } }: { view: ExaminationListView }) {
  const { vue, q, departement, statut, niveau } = query;
  const kept = Object.entries({ campagne: slug, vue, q, departement, statut, niveau });
  return (
    <section className="jl-filters" aria-label="Exporter">
      <form method="post" action={paths.exports()} className="jl-filters__form">
        {kept.map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <SelectField name="format" label="Format de l’export" options={formats} width="md" />
        <Button name="act" value="demander" variant="secondary">
          {`Exporter ${formatCount(counts.matching, "candidature")}`}
        </Button>
        <Link to={paths.exports()}>Mes exports</Link>
      </form>
    </section>
  );
}
