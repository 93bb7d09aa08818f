import { numberedNames } from "~/features/application-file/numbered-names";
import { readOpenCompletion } from "~/features/application-file/open-completion.server";
import type { EvaluatedFile } from "~/features/application-file/read-file.server";
import type { Work } from "~db/work.server";

export type CompletionBrief = {
  /** Last day, `YYYY-MM-DD`, in Paris. */
  readonly dueOn: string;
  readonly isInTime: boolean;
  /** The school asked for it: every question is open, and none is named. */
  readonly isWhole: boolean;
  readonly questions: readonly {
    readonly id: string;
    readonly name: string;
    readonly reason: string;
  }[];
};

/** The request for completion that waits for this file, in short. */
export async function completionBrief(
  work: Work,
  { application, document }: Pick<EvaluatedFile, "application" | "document">,
): Promise<CompletionBrief | null> {
  const open = await readOpenCompletion(work, application);
  if (!open) return null;
  const nameOf = numberedNames(document.questionnaire);
  return {
    dueOn: open.request.dueOn,
    isInTime: open.isInTime,
    isWhole: open.request.reopeningId !== null,
    questions: (open.request.reopeningId ? [] : open.request.questions).map(
      ({ questionId, reason }) => ({
        id: questionId,
        name: nameOf(questionId),
        reason,
      }),
    ),
  };
}
