import type { Scope } from "~/domain/access/permissions";
import { resumeRefusal, withdrawRefusal } from "~/domain/application/withdrawal";
import { deadlineOf } from "~/features/application-file/deadline-of.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { findApplication, findLastSubmission } from "~db/repositories/applications.server";
import { findOpenCompletion } from "~db/repositories/completions.server";
import { listWithdrawals } from "~db/repositories/withdrawals.server";
import type { Work } from "~db/work.server";

/** The page that takes an application back, or resumes it. Undefined out of scope. */
export async function withdrawalView(work: Work, scope: Scope, id: string) {
  const file = await findApplication(work.tx, scope, id);
  if (!file) return undefined;
  const { application } = file;
  const document = documentOf(file.campaign);
  const deadline = await deadlineOf(work, file, work.now);
  const [standing] = (await listWithdrawals(work.tx, id)).filter((row) => row.resumedAt === null);
  const refusal = withdrawRefusal(application.status);
  return {
    id: application.id,
    campaign: `${document.title} ${document.edition}`,
    title: applicantTitle(await nameSchools(work, file.schools, file.communes, file.departements)),
    receipt: (await findLastSubmission(work.tx, id))?.receiptNumber ?? null,
    closesAt: deadline.endsAt.toISOString(),
    /** What this page does now; null when the file is neither to withdraw nor withdrawn. */
    act: refusal === null ? ("withdraw" as const) : standing ? ("resume" as const) : null,
    withdrawRefusal: refusal === "already-withdrawn" ? null : refusal,
    resumeRefusal: resumeRefusal(application.status, deadline),
    isOpen: deadline.isOpen,
    hasOpenRequest: (await findOpenCompletion(work.tx, id)) !== undefined,
    withdrawn: standing
      ? { at: standing.withdrawnAt.toISOString(), by: standing.by, reason: standing.reason }
      : null,
  };
}
export type WithdrawalView = NonNullable<Awaited<ReturnType<typeof withdrawalView>>>;
