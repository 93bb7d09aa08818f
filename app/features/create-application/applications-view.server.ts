import { type Scope, scopeFor } from "~/domain/access/permissions";
import type { ApplicationStatus } from "~/domain/application/vocabulary";
import { canSubmit } from "~/domain/campaign/application";
import { deadlineAt } from "~/domain/extension/deadline";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { datesOf } from "~/features/application-file/read-file.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { listApplications } from "~db/repositories/applications.server";
import type { Work } from "~db/work.server";
import { type Opening, readOpenings } from "./openings.server";

export type ListedApplication = {
  readonly id: string;
  readonly campaign: string;
  readonly title: string;
  readonly place: string;
  readonly status: ApplicationStatus;
  /** The last second in time, by the campaign's calendar or by a decision that gives more. */
  readonly closesAt: string;
  readonly isExtended: boolean;
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
  const { openings, extensions } = await readOpenings(
    work,
    scopeFor(work.actor, "application.create"),
    files.map(({ campaign }) => campaign.id),
  );
  const applications: ListedApplication[] = [];
  for (const { application, campaign, schools, communes, departements } of files) {
    const named = await nameSchools(work, schools, communes, departements);
    const document = documentOf(campaign);
    const { endsAt, extendedUntil } = deadlineAt({
      closesAt: campaign.closesAt,
      schools,
      extensions: extensions.filter(({ campaignId }) => campaignId === campaign.id),
      at: work.now,
    });
    const dates = datesOf(campaign, work.now);
    applications.push({
      id: application.id,
      campaign: `${document.title} ${document.edition}`,
      title: applicantTitle(named),
      place: [named[0]?.commune, named[0]?.departement].filter(Boolean).join(", "),
      status: application.status,
      closesAt: endsAt.toISOString(),
      isExtended: extendedUntil !== null,
      isOpen: canSubmit({ status: "draft", extendedUntil }, dates, work.now).ok,
      submittedAt: application.submittedAt?.toISOString() ?? null,
    });
  }
  return {
    now: work.now.toISOString(),
    applications,
    openings,
  };
}
