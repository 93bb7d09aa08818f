import type { Actor } from "~/domain/access/actor";
import { hasRole, isAllowed } from "~/domain/access/permissions";
import { paths } from "~/paths";

export type NavigationLink = { readonly to: string; readonly label: string };

const publicLinks: readonly NavigationLink[] = [
  { to: paths.campaigns(), label: "Campagnes" },
  { to: paths.dashboard(), label: "Tableau de bord" },
];

/** The links of the header for one actor: what their roles open, then what is public. */
export function navigationFor(actor: Actor | undefined): readonly NavigationLink[] {
  if (!actor) return publicLinks;
  const links: NavigationLink[] = [];
  const isApplicant = isAllowed(actor, "application.answer");
  if (isApplicant) links.push({ to: paths.applications(), label: "Mes candidatures" });
  if (isAllowed(actor, "application.sign") && !isApplicant) {
    links.push({ to: paths.applications(), label: "À signer" });
  }
  if (isAllowed(actor, "examination.read")) {
    links.push({ to: paths.examinations(), label: "Instruction" });
  }
  if (isAllowed(actor, "jury.read")) links.push({ to: paths.juries(), label: "Jury" });
  if (isAllowed(actor, "allocation.read")) {
    links.push({ to: paths.allocations(), label: "Dotation" });
  }
  if (isAllowed(actor, "rollout.read")) links.push({ to: paths.rollouts(), label: "Déploiement" });
  if (isAllowed(actor, "directory.read")) {
    links.push({ to: paths.schools(), label: "Établissements" });
  }
  if (isAllowed(actor, "campaign.manage")) {
    links.push({ to: paths.manageCampaigns(), label: "Gestion" });
  }
  if (isAllowed(actor, "jobs.manage")) links.push({ to: paths.jobs(), label: "Tâches" });
  // A head's own invitations are for their team: the list of heads is the académie's task.
  if (isAllowed(actor, "people.invite") && !isApplicant) {
    links.push({ to: paths.invitations(), label: "Invitations" });
  }
  return [...links, ...publicLinks];
}

/** Where a person lands after signing in: their first task, by role. */
export function workspaceOf(actor: Actor): string {
  if (isAllowed(actor, "application.answer") || isAllowed(actor, "application.sign")) {
    return paths.applications();
  }
  if (hasRole(actor, "jury-chair", "juror")) return paths.juries();
  if (hasRole(actor, "region-officer")) return paths.allocations();
  if (isAllowed(actor, "rollout.record")) return paths.rollouts();
  if (isAllowed(actor, "examination.read")) return paths.examinations();
  if (isAllowed(actor, "campaign.manage")) return paths.manageCampaigns();
  return paths.dashboard();
}
