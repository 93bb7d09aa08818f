import { type Scope, scopeFor } from "~/domain/access/permissions";
import { statusAfter } from "~/domain/application/transitions";
import { formatAnswer } from "~/domain/questionnaire/format-answer";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { numberedNames } from "~/features/application-file/numbered-names";
import { readExaminedFile } from "~/features/examine-applications/read-examined-file.server";
import { parisDay } from "~/ui/format";
import { findApplication } from "~db/repositories/applications.server";
import { listCompletions } from "~db/repositories/completions.server";
import { listReopenings } from "~db/repositories/reopenings.server";
import type { Work } from "~db/work.server";
import { askableOf, lastDayOf } from "./open-round.server";
import { reopeningView } from "./reopening-lines";
import { roundView } from "./rounds";

/** The examiner's page of requests for completion: to ask, to follow, to compare. Undefined out of scope. */
export async function completionRequestsView(
  work: Work,
  scope: Scope,
  address: { readonly slug: string; readonly id: string },
) {
  const file = await readExaminedFile(work, scope, address.id);
  if (!file || file.campaign.slug !== address.slug) return undefined;
  const { application, document, corrections, snapshot } = file;
  const today = parisDay(work.now);
  const rounds = (await listCompletions(work.tx, application.id)).map((round) =>
    roundView(round, document, { today, corrections }),
  );
  const reopenings = (await listReopenings(work.tx, application.id)).map(reopeningView);
  const waiting = rounds.find(({ state }) => state === "open" || state === "late") ?? null;
  const mayAsk =
    statusAfter(application.status, "complete") !== null &&
    (await findApplication(
      work.tx,
      scopeFor(work.actor, "examination.correct"),
      application.id,
    )) !== undefined;
  const askable = askableOf(file);
  const nameOf = numberedNames(document.questionnaire);
  return {
    id: application.id,
    slug: address.slug,
    campaign: `${document.title} ${document.edition}`,
    title: applicantTitle(await nameSchools(work, file.schools, file.communes, file.departements)),
    today,
    lastDay: lastDayOf(file),
    mayAsk,
    waiting,
    reopenings: reopenings.reverse(),
    past: rounds.filter((round) => round !== waiting).reverse(),
    sections:
      mayAsk && !waiting
        ? document.questionnaire.sections
            .map(({ id, title, questions }) => ({
              id,
              title,
              questions: questions.flatMap((question) =>
                askable.has(question.id)
                  ? [
                      {
                        id: question.id,
                        name: nameOf(question.id),
                        answer:
                          question.kind === "file"
                            ? snapshot.proofs
                                .filter(({ questionId }) => questionId === question.id)
                                .map(({ name }) => name)
                                .join(", ")
                            : formatAnswer(question, snapshot.answers[question.id]),
                      },
                    ]
                  : [],
              ),
            }))
            .filter(({ questions }) => questions.length > 0)
        : [],
  };
}
export type CompletionRequestsView = NonNullable<
  Awaited<ReturnType<typeof completionRequestsView>>
>;
