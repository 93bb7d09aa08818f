import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { DataTable } from "~/ui/components/data-table";
import { PageTitle } from "~/ui/components/page-title";
import { Sheet } from "~/ui/components/sheet";
import { formatList, nbsp } from "~/ui/format";
import type { PersonalDataView } from "../legal-view.server";
import { retentions } from "../retentions";

/** The notice on personal data: who answers for them, why they are kept, how long, and one's rights. */
export function PersonalDataPage({ view }: { view: PersonalDataView }) {
  return (
    <>
      <Breadcrumb
        items={[{ to: paths.home(), label: "Accueil" }, { label: "Données personnelles" }]}
      />
      <PageTitle
        title="Données personnelles"
        lead="Ce que Jalons sait de vous, pourquoi, combien de temps, et à qui vous adresser."
      />
      <div className="jl-page">
        <Sheet title="Responsables conjoints">
          <Controllers view={view} />
        </Sheet>
        <Sheet title="Pourquoi, sur quel fondement, combien de temps">
          <DataTable
            caption="Traitements, fondements et durées"
            captionHidden
            columns={[
              { key: "purpose", header: "Ce qui est fait", cell: (row) => row.purpose },
              { key: "data", header: "Données", cell: (row) => row.data, phone: "fact" },
              { key: "basis", header: "Fondement", cell: (row) => row.basis, phone: "fact" },
              {
                key: "duration",
                header: "Durée prévue",
                cell: (row) => row.duration,
                phone: "fact",
              },
            ]}
            rows={retentions}
            rowKey={(row) => row.purpose}
            size="sm"
          />
        </Sheet>
        <Sheet title="Qui voit vos données">
          <div className="jl-prose">
            <p>
              L’équipe de l’établissement voit son dossier. Les agents des délégations académiques,
              de la région et du ministère de l’agriculture ne voient que les dossiers de leur
              périmètre. Les membres du jury voient les dossiers de leur campagne. Le public ne voit
              que les établissements labellisés, jamais le nom de ceux qui ont répondu.
            </p>
            <p>
              Aucune donnée n’est vendue, ni utilisée pour de la publicité. Aucune décision n’est
              prise par un calcul seul{nbsp}: le niveau calculé est proposé à un jury, puis décidé
              par une autorité.
            </p>
          </div>
        </Sheet>
        <Sheet title="Vos droits">
          <div className="jl-prose">
            <p>
              Vous pouvez demander à voir vos données, à les faire corriger ou effacer, à en limiter
              l’usage, ou vous y opposer. Écrivez au délégué à la protection des données de l’un des
              responsables ci-dessus{nbsp}: il transmettra aux autres si nécessaire.
            </p>
            <p>
              Si la réponse ne vous satisfait pas, vous pouvez saisir la Commission nationale de
              l’informatique et des libertés (CNIL).
            </p>
          </div>
        </Sheet>
        <Sheet title="Cookies">
          <div className="jl-prose">
            <p>
              Jalons dépose deux cookies, tous deux nécessaires{nbsp}: celui de votre session,
              effacé quand vous vous déconnectez, et celui qui retient l’affichage clair ou sombre.
              Il n’y a ni mesure d’audience, ni traceur d’un autre site.
            </p>
          </div>
        </Sheet>
      </div>
    </>
  );
}

function Controllers({ view }: { view: PersonalDataView }) {
  if (view.controllers.length === 0) {
    return (
      <p>Les responsables sont nommés par chaque campagne. Aucune n’est annoncée pour l’instant.</p>
    );
  }
  return (
    <div className="jl-prose">
      <p>
        Les partenaires d’une campagne décident ensemble de ses buts et de ses moyens. Ils sont
        responsables conjoints du traitement, au sens de l’article{nbsp}26 du règlement général sur
        la protection des données (RGPD), et chacun a son délégué à la protection des données.
      </p>
      <ul>
        {view.controllers.map(({ name, role, dpoName, dpoEmail, campaigns }) => (
          <li key={`${name}-${dpoEmail}`}>
            <strong>{name}</strong>
            {role ? ` (${role.charAt(0).toLowerCase()}${role.slice(1)})` : ""}
            {`, pour ${formatList(campaigns.map((title) => `«${nbsp}${title}${nbsp}»`))}. Délégué${nbsp}: ${dpoName ? `${dpoName}, ` : ""}`}
            <a href={`mailto:${dpoEmail}`}>{dpoEmail}</a>.
          </li>
        ))}
      </ul>
    </div>
  );
}
