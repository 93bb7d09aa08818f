import { paths } from "~/paths";
import { Anchor } from "~/ui/components/anchor";
import { formatList, nbsp } from "~/ui/format";
import type { ControllerNotice } from "../campaign-view.server";

/** The joint controllers of a campaign's personal data, each with its data-protection officer. */
export function ControllerList({ controllers }: { controllers: readonly ControllerNotice[] }) {
  return (
    <div className="jl-prose">
      <p>
        {controllers.length > 1
          ? `${formatList(controllers.map(({ name }) => name))} décident ensemble de l’usage des données de cette campagne${nbsp}: ce sont ses responsables conjoints de traitement (article${nbsp}26 du RGPD).`
          : `Responsable du traitement${nbsp}: ${controllers[0]?.name ?? "non communiqué"}.`}
      </p>
      <ul>
        {controllers.map(({ name, role, dpoName, dpoEmail }) => (
          <li key={`${name}-${dpoEmail}`}>
            <strong>{name}</strong>
            {role ? `${nbsp}: ${role.charAt(0).toLowerCase()}${role.slice(1)}.` : "."}
            {` Délégué à la protection des données${nbsp}: ${dpoName ? `${dpoName}, ` : ""}`}
            <a href={`mailto:${dpoEmail}`}>{dpoEmail}</a>.
          </li>
        ))}
      </ul>
      <p>
        <Anchor to={paths.personalData()}>
          Lire la notice complète sur les données personnelles
        </Anchor>
      </p>
    </div>
  );
}
