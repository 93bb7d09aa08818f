import type { ResumeRefusal, WithdrawRefusal } from "~/domain/application/withdrawal";

/** Why an application is not withdrawn, and what to do. */
export const withdrawRefusals: Readonly<
  Record<Exclude<WithdrawRefusal, "already-withdrawn">, string>
> = {
  "not-submitted":
    "Cette candidature n’est pas transmise : il n’y a rien à retirer. Un brouillon que vous ne transmettez pas n’est pas examiné.",
  "examination-closed":
    "L’instruction de cette candidature est close : elle ne se retire plus ici. Écrivez à votre délégation académique.",
};

/** Why an application is not resumed, and what to do. */
export const resumeRefusals: Readonly<Record<ResumeRefusal, string>> = {
  "not-withdrawn": "Cette candidature n’est pas retirée : il n’y a rien à reprendre.",
  closed:
    "La campagne est close : une candidature reprise ne pourrait plus être transmise. Demandez aux organisateurs un délai pour votre établissement.",
};

/** What is told of a request for completion that a withdrawal cancels. */
export const cancelledByWithdrawal = "Candidature retirée par son établissement.";
