import { paths } from "~/paths";
import { Alert } from "~/ui/components/alert";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";
import type { TeamView } from "../team-view.server";
import { HeadSheet } from "./head-sheet";
import { MandatesSheet } from "./mandates-sheet";
import { MembersSheet } from "./members-sheet";

type Props = {
  readonly view: TeamView;
  /** What was just done, by the page that led here. */
  readonly done: "enregistre" | "termine" | null;
  readonly error: string | undefined;
};

const doneTexts = {
  enregistre: {
    title: "C’est enregistré",
    text: "La personne reçoit un courriel qui lui dit ce qu’elle peut faire, et jusqu’à quand.",
  },
  termine: {
    title: "La fin est enregistrée",
    text: "Les personnes concernées en sont averties par courriel.",
  },
} as const;

/** « Équipe et délégations »: who acts for the school today, and by what right. */
export function TeamPage({ view, done, error }: Props) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[
            ...(view.parent === "directory"
              ? [
                  { to: paths.schools(), label: "Établissements" },
                  { to: paths.school(view.uai), label: view.school },
                ]
              : [{ to: paths.applications(), label: "Mes candidatures" }]),
            { label: "Équipe et délégations" },
          ]}
        />
        <PageTitle
          kicker={[view.school, view.commune].filter(Boolean).join(", ")}
          title="Équipe et délégations"
          lead="Qui agit pour l’établissement aujourd’hui, depuis quand et à quel titre."
        />
      </div>
      {error && (
        <Alert tone="error" role="alert" title="L’invitation n’est pas partie">
          {error}
        </Alert>
      )}
      {done && !error && (
        <Alert tone="success" role="status" title={doneTexts[done].title}>
          {doneTexts[done].text}
        </Alert>
      )}
      <div className="jl-grid jl-grid--main">
        <div className="jl-stack">
          <HeadSheet view={view} />
          <MandatesSheet view={view} />
        </div>
        <MembersSheet view={view} />
      </div>
    </div>
  );
}
