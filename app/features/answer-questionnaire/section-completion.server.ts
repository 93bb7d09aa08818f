import type { Section } from "~/domain/questionnaire/types";
import { isOpenQuestion, type OpenQuestions } from "~/domain/review/completion";
import {
  questionsOpenedBy,
  readOpenCompletion,
} from "~/features/application-file/open-completion.server";
import type { EvaluatedFile } from "~/features/application-file/read-file.server";
import { paths } from "~/paths";
import { formatDate } from "~/ui/format";
import type { Work } from "~db/work.server";

/** What a request for completion makes of the pages of sections; a draft has every question open. */
export type SectionCompletion = {
  /** Nothing is open: neither a draft, nor asked for completion in time. */
  readonly open: OpenQuestions | undefined;
  readonly dueOn: string | null;
  readonly reasons: ReadonlyMap<string, string>;
  /** Every question is open, because the school asked for it. */
  readonly isWhole: boolean;
  /** The section has a question that may be written. */
  readonly isOpenSection: (sectionId: string) => boolean;
  readonly end: { readonly to: string; readonly title: string };
};

/** What is open of a file, and where its last section leads. */
export async function completionOf(
  work: Work,
  file: Pick<EvaluatedFile, "application" | "document" | "compiled" | "evaluation">,
): Promise<SectionCompletion> {
  const { id, status } = file.application;
  if (status === "draft") {
    const end = { to: paths.review(id), title: "Relire et transmettre" };
    const none = { dueOn: null, reasons: new Map(), isWhole: true };
    return { ...none, open: "all", isOpenSection: () => true, end };
  }
  const asked = await readOpenCompletion(work, file.application);
  const open = asked?.isInTime ? questionsOpenedBy(asked, file) : undefined;
  const isWhole = asked?.request.reopeningId != null;
  const { visible } = file.evaluation;
  const sections = new Set(
    file.document.questionnaire.sections.flatMap((section) =>
      section.questions.some((question) => open?.has(question.id) && visible.has(question.id))
        ? [section.id]
        : [],
    ),
  );
  return {
    open,
    dueOn: asked?.request.dueOn ?? null,
    reasons: new Map(
      isWhole ? [] : asked?.request.questions.map((item) => [item.questionId, item.reason]),
    ),
    isWhole,
    isOpenSection: (sectionId) => sections.has(sectionId),
    end: { to: paths.completion(id), title: "Transmettre les compléments" },
  };
}

/** A section with only its questions that may be written, and why each is asked; undefined for none. */
export function withOpenQuestions(
  section: Section,
  { open, dueOn, reasons, isWhole, isOpenSection }: SectionCompletion,
): { readonly section: Section; readonly reasons: Readonly<Record<string, string>> } | undefined {
  if (open === undefined || !isOpenSection(section.id)) return undefined;
  if (open === "all") return { section, reasons: {} };
  return {
    section: {
      ...section,
      intro: isWhole
        ? `Vous modifiez une candidature transmise, jusqu’au ${formatDate(dueOn ?? "")} inclus. La précédente reste valable tant que vous ne transmettez pas de nouveau.`
        : `L’instruction demande un complément\u00a0: seules les questions concernées sont ouvertes, jusqu’au ${formatDate(dueOn ?? "")} inclus.`,
      questions: section.questions.filter(({ id }) => isOpenQuestion(open, id)),
    },
    reasons: Object.fromEntries(
      section.questions.flatMap(({ id }) => {
        const reason = reasons.get(id);
        return reason === undefined ? [] : [[id, `Complément demandé\u00a0: ${reason}`]];
      }),
    ),
  };
}
