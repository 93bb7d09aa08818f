import { paths } from "~/paths";
import { questionLinks } from "./question-link";
import type { EvaluatedFile } from "./read-file.server";
import type { SectionProgress } from "./section-progress";

/** The first question to answer or correct. */
export type ResumePoint = {
  readonly number: string;
  readonly section: string;
  readonly to: string;
};

/** Where to take the file up again: in the first section that lacks something, what is wrong first. */
export function resumeAt(
  file: EvaluatedFile,
  sections: readonly SectionProgress[],
): ResumePoint | null {
  const links = questionLinks(file.application.id, file.document.questionnaire);
  for (const section of sections) {
    const [next] = [...section.faulty, ...section.missing];
    if (next === undefined) continue;
    return {
      number: links.get(next)?.number ?? "",
      section: section.title,
      to: links.get(next)?.to ?? paths.section(file.application.id, section.id),
    };
  }
  return null;
}
