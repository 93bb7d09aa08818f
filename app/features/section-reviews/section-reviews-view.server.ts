import type { Scope } from "~/domain/access/permissions";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { readFile } from "~/features/application-file/read-file.server";
import {
  type SectionProgress,
  sectionProgress,
} from "~/features/application-file/section-progress";
import { readSectionWork } from "~/features/application-file/section-work.server";
import type { Work } from "~db/work.server";

export type SectionReviewsView = {
  readonly id: string;
  readonly title: string;
  readonly campaign: string;
  readonly sections: readonly Pick<
    SectionProgress,
    "id" | "number" | "title" | "filled" | "review"
  >[];
};

export type SectionReviewsResult =
  | { readonly ok: true; readonly view: SectionReviewsView }
  | { readonly ok: false; readonly reason: "not-found" | "closed" };

/** The page of requests to read again: those that wait, and a form to make one. */
export async function sectionReviewsView(
  work: Work,
  scope: Scope,
  id: string,
): Promise<SectionReviewsResult> {
  const file = await readFile(work, scope, id);
  if (!file) return { ok: false, reason: "not-found" };
  if (file.application.status !== "draft") return { ok: false, reason: "closed" };
  const { document } = file;
  const team = await readSectionWork(work, file);
  return {
    ok: true,
    view: {
      id: file.application.id,
      title: applicantTitle(
        await nameSchools(work, file.schools, file.communes, file.departements),
      ),
      campaign: `${document.title} ${document.edition}`,
      sections: sectionProgress(file, team, work.actor.personId).map(
        ({ id: sectionId, number, title, filled, review }) => ({
          id: sectionId,
          number,
          title,
          filled,
          review,
        }),
      ),
    },
  };
}
