import { Link } from "~/ui/components/link";
import type { ApplicationHomeView } from "../application-home-view.server";
import { roleLabels } from "../labels";

/** « Équipe »: who works on the file, and where the team is managed. */
export function TeamBlock({ view }: { view: ApplicationHomeView }) {
  return (
    <section>
      <h2 className="jl-h4">Équipe</h2>
      {view.team.length === 0 ? (
        <p className="jl-second">Personne n’est encore rattaché à l’établissement.</p>
      ) : (
        <ul className="jl-team">
          {view.team.map((member) => (
            <li key={member.id}>
              <span className="jl-avatar" aria-hidden>
                {member.initials}
              </span>
              <span>
                {member.name}
                <span className="jl-team__role">{member.title ?? roleLabels[member.role]}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {view.teamTo && (
        <p>
          <Link to={view.teamTo} icon="arrow">
            Équipe et délégations
          </Link>
        </p>
      )}
    </section>
  );
}
