import { AdmissibilitySheet } from "~/features/application-file/admissibility-sheet";
import { paths } from "~/paths";
import { Breadcrumb } from "~/ui/components/breadcrumb";
import { PageTitle } from "~/ui/components/page-title";
import type { ApplicationHomeView } from "../application-home-view.server";
import { CompletionSheet } from "./completion-sheet";
import { DecisionSheet } from "./decision-sheet";
import { DraftTasks } from "./draft-tasks";
import { HomeAside } from "./home-aside";
import { NextStep } from "./next-step";
import { SubmittedSheet } from "./submitted-sheet";

/** The page of one application: what to do first, then its tasks or, once submitted, its status. */
export function ApplicationHome({ view }: { view: ApplicationHomeView }) {
  return (
    <div className="jl-page">
      <div>
        <Breadcrumb
          items={[{ to: paths.applications(), label: "Mes candidatures" }, { label: view.title }]}
        />
        <PageTitle
          kicker={view.campaign}
          title={view.title}
          lead={view.schools.map((school) => (
            <span key={school} className="jl-line">
              {school}
            </span>
          ))}
        />
      </div>
      <NextStep view={view} />
      <div className="jl-grid jl-grid--main">
        <div className="jl-stack">
          {view.completion && <CompletionSheet id={view.id} completion={view.completion} />}
          {view.decision && <DecisionSheet decision={view.decision} />}
          {view.admissibility && <AdmissibilitySheet view={view.admissibility} />}
          {view.status === "draft" ? <DraftTasks view={view} /> : <SubmittedSheet view={view} />}
        </div>
        <HomeAside view={view} />
      </div>
    </div>
  );
}
