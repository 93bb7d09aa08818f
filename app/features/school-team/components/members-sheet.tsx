import type { TeamView } from "../team-view.server";

/** Beside: the rest of the team, and what a delegation is. */
export function MembersSheet({ view }: { readonly view: TeamView }) {
  return (
    <aside className="jl-aside" aria-label="Repères de l’équipe">
      <section>
        <h2 className="jl-h4">Équipe</h2>
        {view.members.length === 0 ? (
          <p className="jl-second">Personne d’autre n’est rattaché à l’établissement.</p>
        ) : (
          <ul className="jl-team">
            {view.members.map((member) => (
              <li key={member.id}>
                <span>
                  {member.name}
                  {member.title && <span className="jl-team__role">{member.title}</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2 className="jl-h4">Qui peut quoi</h2>
        <p className="jl-second">
          L’équipe répond. Le chef d’établissement, son intérim et ses délégataires transmettent,
          chacun entre ses dates. Une délégation tombe avec la fonction de qui l’a donnée.
        </p>
      </section>
    </aside>
  );
}
