import { canSubmit } from "~/domain/campaign/application";
import { type Deadline, deadlineAt } from "~/domain/extension/deadline";
import type { ApplicationFile } from "~db/repositories/applications.server";
import { listExtensionsOver } from "~db/repositories/extensions.server";
import type { Work } from "~db/work.server";
import { datesOf } from "./read-file.server";

export type FileDeadline = Deadline & {
  /** The calendar lets a draft be submitted at the instant asked about. */
  readonly isOpen: boolean;
};

/** Until when a file may be submitted, as decisions stand at `at`; one statement. */
export async function deadlineOf(
  work: Work,
  { campaign, schools }: Pick<ApplicationFile, "campaign" | "schools">,
  at: Date,
): Promise<FileDeadline> {
  const extensions = await listExtensionsOver(work.tx, campaign.id, schools);
  const deadline = deadlineAt({ closesAt: campaign.closesAt, schools, extensions, at });
  const { extendedUntil } = deadline;
  const isOpen = canSubmit({ status: "draft", extendedUntil }, datesOf(campaign, at), at).ok;
  return { ...deadline, isOpen };
}
