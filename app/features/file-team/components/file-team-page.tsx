import { UserPlus } from "lucide-react";
import { FileHeading } from "~/features/application-file/file-heading";
import { roleLabels } from "~/features/application-file/role-labels";
import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Badge } from "~/ui/components/badge";
import { LinkButton } from "~/ui/components/button";
import { EmptyState } from "~/ui/components/empty-state";
import { Link } from "~/ui/components/link";
import { Sheet } from "~/ui/components/sheet";
import type { FileMember, FileTeamView } from "../file-team-view.server";
import { type DoneText, doneTexts } from "../labels";

type Props = {
  readonly view: FileTeamView;
  /** What was just done, by the page that led here. */
  readonly done: DoneText | null;
};

/** « Équipe du dossier »: who is in it, with what; the ways to change it for whoever may. */
export function FileTeamPage({ view, done }: Props) {
  const invite = view.canManage && (
    <LinkButton to={paths.inviteToFile(view.id)} icon={UserPlus}>
      Inviter une personne
    </LinkButton>
  );
  return (
    <div className="jl-page">
      <FileHeading
        file={{ ...view, title: view.applicant }}
        leaf="Équipe du dossier"
        lead="Tous lisent le dossier entier. Chacun écrit dans ce qui lui est confié."
      />
      {done && (
        <Alert tone="success" role="status" title={doneTexts[done].title}>
          {doneTexts[done].text}
        </Alert>
      )}
      <div className="jl-grid jl-grid--main">
        <Sheet title="Personnes invitées" aside={view.invited.length > 0 ? invite : undefined}>
          {view.invited.length === 0 ? (
            <EmptyState
              title="Personne n’est encore invité"
              titleLevel={3}
              action={invite || undefined}
            >
              {view.canManage
                ? "Confiez tout le dossier ou quelques sections à un référent numérique, un gestionnaire, un enseignant."
                : "Seule l’équipe permanente répond à ce dossier."}
            </EmptyState>
          ) : (
            <ul className="jl-team">
              {view.invited.map((member) => (
                <MemberLine key={member.membershipId} view={view} member={member} />
              ))}
            </ul>
          )}
        </Sheet>
        <aside className="jl-aside" aria-label="Équipe permanente">
          <section>
            <h2 className="jl-h4">Équipe permanente</h2>
            <ul className="jl-team">
              {view.lasting.map((member) => (
                <li key={member.membershipId}>
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
            <p className="jl-second">
              Elle écrit dans tout le dossier, chaque année, et reste quand la direction change.
            </p>
            {view.lastingTo && (
              <p>
                <Link to={view.lastingTo} icon="arrow">
                  Équipe et délégations
                </Link>
              </p>
            )}
          </section>
        </aside>
      </div>
    </div>
  );
}

function MemberLine({ view, member }: { view: FileTeamView; member: FileMember }) {
  const act = (name: "sections" | "transmettre" | "retirer") =>
    paths.fileMember(view.id, member.membershipId, name);
  return (
    <li className="jl-mandate">
      <span className="jl-avatar" aria-hidden>
        {member.initials}
      </span>
      <div className="jl-mandate__text">
        <p>
          <strong>{member.name}</strong>
          {member.isReader && " (vous)"}
        </p>
        <p className="jl-team__role">{member.title ?? roleLabels[member.role]}</p>
        <p>{member.entrusted}</p>
        {view.canManage && <p className="jl-team__role">{member.email}</p>}
        {member.isWaiting && (
          <Badge icon="clock">Invitation envoyée, compte pas encore ouvert</Badge>
        )}
        {view.canManage && (
          <p className="jl-actions">
            <Link
              to={act("sections")}
              size="sm"
              aria-label={`Changer les sections, ${member.name}`}
            >
              Changer les sections
            </Link>
            <Link
              to={act("transmettre")}
              size="sm"
              aria-label={`Confier à une autre personne, ${member.name}`}
            >
              Confier à une autre personne
            </Link>
            <Link to={act("retirer")} size="sm" aria-label={`Retirer, ${member.name}`}>
              Retirer
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}
