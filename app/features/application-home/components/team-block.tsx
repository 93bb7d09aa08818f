import { UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { roleLabels } from "~/features/application-file/role-labels";
import { sectionNumbers } from "~/features/file-team/entrusted-words";
import { PresentAt } from "~/features/presence/present-at";
import { useTeamPresence } from "~/features/presence/use-team-presence";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/components/button";
import { Link } from "~/ui/components/link";
import type { ApplicationHomeView } from "../application-home-view.server";
import type { TeamLine } from "../contacts.server";

/** « Équipe »: who works on the file, on what, and where the team is managed. */
export function TeamBlock({ view }: { view: ApplicationHomeView }) {
  const isWatched = view.canAnswer && view.status === "draft";
  const present = useTeamPresence(view.id, view.present, isWatched);
  return (
    <section>
      <h2 className="jl-h4">Équipe</h2>
      {view.team.length === 0 ? (
        <p className="jl-second">Personne n’est encore rattaché à l’établissement.</p>
      ) : (
        <ul className="jl-team">
          {view.team.map((member) => (
            <TeamMember key={member.id} member={member} sections={view.sections}>
              <PresentAt people={present} personId={member.id} />
            </TeamMember>
          ))}
        </ul>
      )}
      {view.canManageTeam && (
        <p>
          <LinkButton
            to={paths.inviteToFile(view.id)}
            variant="secondary"
            size="sm"
            icon={UserPlus}
          >
            Inviter une personne
          </LinkButton>
        </p>
      )}
      <p>
        <Link to={paths.fileTeam(view.id)} icon="arrow">
          Équipe du dossier
        </Link>
      </p>
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

/** One person: their name, what they do, the sections that are theirs, and where they are now. */
function TeamMember({
  member,
  sections,
  children,
}: {
  readonly member: TeamLine;
  readonly sections: ApplicationHomeView["sections"];
  readonly children: ReactNode;
}) {
  const entrusted = sectionNumbers(member.sections, sections);
  const what = member.title ?? roleLabels[member.role];
  return (
    <li>
      <span className="jl-avatar" aria-hidden>
        {member.initials}
      </span>
      <span>
        {member.name}
        <span className="jl-team__role">{entrusted ? `${what}, ${entrusted}` : what}</span>
        {children}
      </span>
    </li>
  );
}
