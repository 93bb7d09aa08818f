import { ArrowRight } from "lucide-react";
import { Badge } from "../components/badge";
import { LinkButton } from "../components/button";
import { NextPanel } from "../components/next-panel";
import { Sheet } from "../components/sheet";
import { SideList } from "../components/side-list";
import { Stepper } from "../components/stepper";
import { TaskList } from "../components/task-list";

/** The next thing to do, the tasks, the sections. */
export function TasksSpecimen() {
  return (
    <>
      <NextPanel
        title="Terminer la section 4, Usages pédagogiques"
        text="Il reste 5 questions obligatoires. Karim Benslimane y travaille en ce moment ; vous pouvez répondre en même temps."
        action={
          <LinkButton to="/composants" size="lg" onDeep icon={ArrowRight} iconPosition="end">
            Reprendre à la question 4.7
          </LinkButton>
        }
        deadline={{
          label: "Clôture",
          value: "Dans 15 jours",
          detail:
            "Vendredi 27 mars 2026 à 18 h 00, heure de Paris. Ensuite, le brouillon reste lisible mais ne peut plus être transmis.",
        }}
      />
      <div className="jl-grid jl-grid--main">
        <Sheet
          title="Votre dossier"
          aside={
            <>
              <strong>74 réponses sur 82</strong>, 8 questions obligatoires restantes
            </>
          }
        >
          <TaskList
            title="Répondre"
            aside="1 section complète sur 3"
            tasks={[
              {
                to: "/composants?section=1",
                number: 1,
                title: "Pilotage",
                detail: "Hélène Castagné",
                progress: { ratio: 1, text: "12 sur 12" },
                badge: (
                  <Badge tone="success" icon="check">
                    Complet
                  </Badge>
                ),
              },
              {
                to: "/composants?section=4",
                number: 4,
                title: "Usages pédagogiques",
                detail: "Karim Benslimane, Julien Roques",
                progress: { ratio: 12 / 17, text: "12 sur 17" },
                badge: (
                  <Badge tone="info" icon="pencil">
                    En cours
                  </Badge>
                ),
                current: true,
              },
              {
                to: "/composants?section=5",
                number: 5,
                title: "Formation et accompagnement",
                detail: "Julien Roques vous demande de relire",
                progress: { ratio: 1, text: "12 sur 12" },
                badge: (
                  <Badge tone="warning" icon="eye">
                    À relire
                  </Badge>
                ),
              },
            ]}
          />
          <TaskList
            title="Transmettre"
            tasks={[
              {
                number: 9,
                title: "Déclarer sur l’honneur et transmettre",
                detail: "Possible quand les sections 1 à 8 sont complètes",
                badge: <Badge icon="lock">Verrouillé</Badge>,
              },
            ]}
          />
        </Sheet>
        <div className="jl-stack">
          <Stepper
            current={4}
            total={6}
            title="Usages pédagogiques"
            titleLevel={2}
            nextTitle="Formation et accompagnement"
          />
          <SideList
            title="Sections du questionnaire"
            items={[
              { to: "/composants?s=1", title: "1. Pilotage", state: "done", count: "12 / 12" },
              {
                to: "/composants?s=4",
                title: "4. Usages pédagogiques",
                state: "started",
                count: "12 / 17",
                current: true,
              },
              {
                to: "/composants?s=5",
                title: "5. Formation et accompagnement",
                state: "todo",
                count: "0 / 12",
              },
              { title: "Relire et transmettre", state: "locked", apart: true },
            ]}
          />
        </div>
      </div>
    </>
  );
}
