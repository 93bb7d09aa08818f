import { paths } from "~/paths";
import { LinkButton } from "~/ui/components/button";
import { formatDate, formatNumber } from "~/ui/format";
import type { JuryView } from "../jury-view.server";

/** How far the session has gone, and what comes next. */
export function SessionStrip({ session }: { session: JuryView }) {
  const { slug, total, proposed, nextId, canPropose, canPublish, isPublished, juryAt } = session;
  return (
    <section className="jl-session" aria-label="Avancement de la séance">
      <dl>
        {juryAt ? (
          <div>
            <dt>Séance</dt>
            <dd>{formatDate(juryAt.slice(0, 10), { weekday: true })}</dd>
          </div>
        ) : null}
        <div>
          <dt>{session.scale === "levels" ? "Niveau proposé" : "Décision proposée"}</dt>
          <dd>{`${formatNumber(proposed)} sur ${formatNumber(total)}`}</dd>
        </div>
        <div>
          <dt>État</dt>
          <dd>{isPublished ? "Décisions publiées" : "Projet, jusqu’à la publication"}</dd>
        </div>
      </dl>
      <div className="jl-actions">
        {nextId && canPropose ? (
          <LinkButton to={paths.juryFile(slug, nextId)} onDeep size="sm">
            Ouvrir le prochain dossier
          </LinkButton>
        ) : null}
        {canPublish ? (
          <LinkButton to={paths.publication(slug)} onDeep size="sm" variant="secondary">
            {isPublished ? "Voir la publication" : "Préparer la publication"}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}
