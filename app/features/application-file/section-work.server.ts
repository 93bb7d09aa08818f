import { parisDay } from "~/ui/format";
import type { ApplicationFile } from "~db/repositories/applications.server";
import { listSectionWork, type SectionWork } from "~db/repositories/section-reviews.server";
import type { Work } from "~db/work.server";

/** Who has each section of a file today, and who asks that one be read again; in one statement. */
export function readSectionWork(
  { tx, now }: Work,
  { application, schools }: Pick<ApplicationFile, "application" | "schools">,
): Promise<SectionWork> {
  return listSectionWork(
    tx,
    application,
    schools.map(({ uai }) => uai),
    { day: parisDay(now), campaignId: application.campaignId },
  );
}
