import type { Actor } from "~/domain/access/actor";
import { submittingRole } from "~/domain/application/legal-applicant";
import type { CampaignDocument } from "~/domain/campaign/document";
import type { ApplicationFile } from "~db/repositories/applications.server";

/** The role by which a person acts for the applicant of a file: to submit, complete, withdraw; undefined without one. */
export function roleToSubmit(
  actor: Actor,
  {
    application,
    campaign,
    document,
  }: Pick<ApplicationFile, "application" | "campaign"> & { readonly document: CampaignDocument },
) {
  return submittingRole(actor.memberships, document.applicants.roles, campaign.id, {
    kind: application.applicantKind,
    code: application.applicantCode,
  });
}
