import { type Scope, scopeFor } from "~/domain/access/permissions";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf, phaseOf } from "~/features/campaigns/campaign-document.server";
import { listApplications } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import { listOpenings, type Opening } from "./openings.server";

export type ListedApplication = {
  readonly id: string;
  readonly campaign: string;
  readonly title: string;
  readonly place: string;
  readonly status: ApplicationStatus;
  readonly closesAt: string;
  readonly isOpen: boolean;
  readonly submittedAt: string | null;
};

export type ApplicationsView = {
  readonly now: string;
  readonly applications: readonly ListedApplication[];
  readonly openings: readonly Opening[];
};

/** « Mes candidatures »: those of my schools, whatever the campaign, and what I may begin. */
export async function applicationsView(work: Work, scope: Scope): Promise<ApplicationsView> {
  const files = await listApplications(work.tx, scope);
  const applications: ListedApplication[] = [];
  for (const { application, campaign, schools, communes, departements } of files) {
    const named = await nameSchools(work, schools, communes, departements);
    const document = documentOf(campaign);
    applications.push({
      id: application.id,
      campaign: `${document.title} ${document.edition}`,
      title: applicantTitle(named),
      place: [named[0]?.commune, named[0]?.departement].filter(Boolean).join(", "),
      status: application.status,
      closesAt: campaign.closesAt.toISOString(),
      isOpen: phaseOf(campaign, work.now) === "open",
      submittedAt: application.submittedAt?.toISOString() ?? null,
    });
  }
  return {
    now: work.now.toISOString(),
    applications,
    openings: await listOpenings(work, scopeFor(work.actor, "application.create")),
  };
}
