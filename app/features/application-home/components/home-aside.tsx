import { CircleCheck, Mail } from "lucide-react";
import { levelName } from "~/features/application-file/level-name";
import { QuestionSearch } from "~/features/application-file/question-search";
import { ThreadLink } from "~/features/application-file/thread-link";
import { paths } from "~/paths";
import { LevelMark, type LevelValue } from "~/ui/components/level-mark";
import { Link } from "~/ui/components/link";
import { formatCount, formatDate, formatNumber, formatTime, parisDay } from "~/ui/format";
import type { ApplicationHomeView } from "../application-home-view.server";
import { TeamBlock } from "./team-block";

/** Beside the tasks: level so far, saving, team, whom to ask. */
export function HomeAside({ view }: { view: ApplicationHomeView }) {
  return (
    <aside className="jl-aside" aria-label="Repères du dossier">
      <section>
        <h2 className="jl-h4">Chercher une question</h2>
        <QuestionSearch applicationId={view.id} label="Un mot, ou un numéro" />
      </section>
      {view.level && <LevelBlock view={view} level={view.level} />}
      {view.status === "draft" && <SavingBlock view={view} />}
      <TeamBlock view={view} />
      {view.isResumed && view.thread && (
        <section>
          <h2 className="jl-h4">Échanges avec l’instruction</h2>
          <ThreadLink id={view.id} thread={view.thread} />
        </section>
      )}
      {view.contact && (
        <section>
          <h2 className="jl-h4">{"Une question\u00a0?"}</h2>
          <p className="jl-second">
            {view.contact.name}
            {view.contact.title ? `, ${view.contact.title}` : ""}
          </p>
          <p>
            <Link to={`mailto:${view.contact.email}`} icon={Mail} iconPosition="start">
              Écrire à {view.contact.name}
            </Link>
          </p>
        </section>
      )}
    </aside>
  );
}

function LevelBlock({
  view,
  level,
}: {
  view: ApplicationHomeView;
  level: NonNullable<ApplicationHomeView["level"]>;
}) {
  const isDraft = view.status === "draft";
  const filled = view.sections.reduce((sum, section) => sum + section.filled, 0);
  const shown = view.sections.reduce((sum, section) => sum + section.shown, 0);
  return (
    <section>
      <h2 className="jl-h4">{isDraft ? "Niveau avec vos réponses actuelles" : "Niveau déclaré"}</h2>
      <p>
        <LevelMark level={level.level as LevelValue} label={levelName(level.level, level.title)} />
      </p>
      <p className="jl-second">
        {level.score === null
          ? "Pas encore de score. "
          : `${formatNumber(level.score, { decimals: 1 })} sur 100. `}
        {isDraft ? `Niveau provisoire, sur ${formatCount(filled, "réponse")} de ${shown}.` : ""}
      </p>
      <p>
        <Link to={paths.profile(view.id)} icon="arrow">
          Voir le profil de maturité
        </Link>
      </p>
    </section>
  );
}

function SavingBlock({ view }: { view: ApplicationHomeView }) {
  const { lastSave, now } = view;
  return (
    <section>
      <h2 className="jl-h4">Enregistrement</h2>
      {lastSave ? (
        <div className="jl-saved">
          <CircleCheck aria-hidden size={22} />
          <p>
            Tout est enregistré.
            <span className="jl-team__role">
              Dernière réponse{" "}
              {parisDay(lastSave.at) === parisDay(now) ? "" : `le ${formatDate(lastSave.at)} `}à{" "}
              {formatTime(lastSave.at)}, par {lastSave.by}.
            </span>
          </p>
        </div>
      ) : (
        <p className="jl-second">Rien à enregistrer pour le moment.</p>
      )}
    </section>
  );
}
