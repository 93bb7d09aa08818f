import type { SectionProgress } from "~/features/application-file/section-progress";
import { blockerLabels, coSignatoryLabels } from "~/features/submit-application/labels";
import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Sheet } from "~/ui/components/sheet";
import { type Task, TaskList } from "~/ui/components/task-list";
import { formatCount, formatList, pluralOf } from "~/ui/format";
import type { ApplicationHomeView } from "../application-home-view.server";
import { sectionBadges } from "../labels";

/** « Votre dossier »: sections to answer, then what leads to the submission. */
export function DraftTasks({ view }: { view: ApplicationHomeView }) {
  const { sections } = view;
  const filled = sections.reduce((sum, section) => sum + section.filled, 0);
  const shown = sections.reduce((sum, section) => sum + section.shown, 0);
  const left = sections.reduce((sum, section) => sum + section.missing.length, 0);
  const complete = sections.filter((section) => section.state === "complete").length;
  return (
    <Sheet
      title="Votre dossier"
      aside={
        <>
          <strong>
            {formatCount(filled, "réponse")} sur {shown}
          </strong>
          {left > 0 &&
            `, ${formatCount(left, "question obligatoire restante", "questions obligatoires restantes")}`}
        </>
      }
    >
      <div className="jl-stack">
        <TaskList
          title="Répondre"
          aside={`${complete}\u00a0${pluralOf(complete, "section complète", "sections complètes")} sur ${sections.length}`}
          tasks={sections.map((section) => sectionTask(view, section))}
        />
        <TaskList title="Transmettre" tasks={submissionTasks(view)} />
      </div>
    </Sheet>
  );
}

function sectionTask(view: ApplicationHomeView, section: SectionProgress): Task {
  const badge = sectionBadges[section.state];
  return {
    to: view.canAnswer
      ? paths.section(view.id, section.id)
      : `${paths.review(view.id)}#${section.id}`,
    number: section.number,
    title: section.title,
    detail:
      section.authors.length > 0 ? formatList(section.authors) : "Personne n’a encore répondu",
    progress: {
      ratio: section.shown === 0 ? 1 : section.filled / section.shown,
      text: `${section.filled} sur ${section.shown}`,
    },
    badge: (
      <Badge tone={badge.tone} icon={badge.icon}>
        {badge.label}
      </Badge>
    ),
    current: section.title === view.resume?.section,
  };
}

function submissionTasks(view: ApplicationHomeView): Task[] {
  const first = view.sections.length + 1;
  const todo = <Badge>À faire</Badge>;
  const tasks: Task[] = [];
  if (view.signatures.length > 0) tasks.push(signatureTask(view));
  tasks.push({
    to: paths.review(view.id),
    title: "Relire toutes les réponses",
    detail: "Une page, imprimable",
    badge: todo,
  });
  const [blocker] = view.blockers;
  tasks.push({
    to: blocker ? undefined : paths.submit(view.id),
    title: "Déclarer sur l’honneur et transmettre",
    detail: blocker ? blockerLabels[blocker] : "Vous recevez aussitôt un récépissé",
    badge: blocker ? <Badge icon="lock">Verrouillé</Badge> : todo,
  });
  return tasks.map((task, index) => ({ ...task, number: first + index }));
}

function signatureTask(view: ApplicationHomeView): Task {
  const given = view.signatures.filter((signature) => signature.isGiven).length;
  const waiting = view.signatures.filter(({ isGiven }) => !isGiven);
  const isDone = waiting.every(({ required }) => !required);
  const lapsed = view.signatures.filter(({ isLapsed }) => isLapsed).length;
  return {
    to: paths.sign(view.id),
    title: "Signatures demandées",
    detail: isDone
      ? "Toutes les signatures demandées sont là"
      : `${lapsed > 0 ? "Des réponses ont changé depuis la signature. " : ""}En attente : ${formatList([...new Set(waiting.map(({ role }) => coSignatoryLabels[role].toLowerCase()))])}`.replace(
          " :",
          "\u00a0:",
        ),
    progress: {
      ratio: given / view.signatures.length,
      text: `${given} sur ${view.signatures.length}`,
    },
    badge: isDone ? (
      <Badge tone="success" icon="check">
        Complet
      </Badge>
    ) : lapsed > 0 ? (
      <Badge tone="warning" icon="alert">
        À renouveler
      </Badge>
    ) : (
      <Badge tone="info" icon="clock">
        En attente
      </Badge>
    ),
  };
}
