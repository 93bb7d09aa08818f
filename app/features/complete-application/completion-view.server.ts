import type { Scope } from "~/domain/access/permissions";
import { askReopeningRefusal } from "~/domain/review/reopening";
import { canAnswerFile } from "~/features/application-file/can-answer.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { questionLinks } from "~/features/application-file/question-link";
import { readFile } from "~/features/application-file/read-file.server";
import { roleToSubmit } from "~/features/application-file/role-to-submit";
import { declarationOf } from "~/features/submit-application/labels";
import { paths } from "~/paths";
import { parisDay } from "~/ui/format";
import { listCompletions } from "~db/repositories/completions.server";
import { listReopenings } from "~db/repositories/reopenings.server";
import type { Work } from "~db/work.server";
import type { SendRefusal } from "./labels";
import { reopeningView } from "./reopening-lines";
import { roundView } from "./rounds";

/** The school's page of completion: what is asked, why, until when, and what to send. Undefined out of scope. */
export async function completionView(work: Work, scope: Scope, id: string) {
  const file = await readFile(work, scope, id);
  if (!file) return undefined;
  const { application, document, evaluation } = file;
  const rounds = (await listCompletions(work.tx, application.id)).map((round) =>
    roundView(round, document, { today: parisDay(work.now), corrections: [] }),
  );
  const waiting = rounds.find(({ state }) => state === "open" || state === "late") ?? null;
  const links = questionLinks(application.id, document.questionnaire);
  const wanting = new Set([
    ...evaluation.completeness.flatMap((section) => (section.isVisible ? section.missing : [])),
    ...evaluation.errors.map(({ questionId }) => questionId),
  ]);
  const shown = new Set(
    evaluation.completeness.flatMap(({ sectionId: section, isVisible }) =>
      isVisible ? [section] : [],
    ),
  );
  const reopenings = (await listReopenings(work.tx, application.id)).map(reopeningView);
  const role = roleToSubmit(work.actor, file);
  const askRefusal = askReopeningRefusal({
    status: application.status,
    hasOpenCompletion: waiting !== null,
    hasOpenReopening: reopenings.some(({ state }) => state === "waiting"),
  });
  const blockers: SendRefusal[] = [
    ...(waiting?.state === "late" ? (["late"] as const) : []),
    ...(role === undefined ? (["not-legal-applicant"] as const) : []),
    ...(evaluation.isComplete ? [] : (["incomplete"] as const)),
  ];
  return {
    id: application.id,
    personId: work.actor.personId,
    title: applicantTitle(await nameSchools(work, file.schools, file.communes, file.departements)),
    campaign: `${document.title} ${document.edition}`,
    declaration: declarationOf(document),
    canAnswer: await canAnswerFile(work, application.id),
    waiting: waiting && {
      ...waiting,
      lines: waiting.lines.map((line) => ({ ...line, to: links.get(line.id)?.to ?? null })),
    },
    missing: [...wanting].flatMap((questionId) => {
      const link = links.get(questionId);
      return link ? [{ name: `${link.number} ${link.title}`, to: link.to }] : [];
    }),
    blockers,
    reopenings: reopenings.reverse(),
    canSubmit: role !== undefined,
    /** The reader acts for the applicant, and may ask now. */
    mayAskReopening: role !== undefined && askRefusal === null,
    /** The sections to change, when every question is open. */
    sections:
      waiting?.state === "open" && waiting.asked !== null
        ? document.questionnaire.sections
            .filter(({ id: section }) => shown.has(section))
            .map(({ id: section, title }) => ({
              id: section,
              title,
              to: paths.section(application.id, section),
            }))
        : [],
    past: rounds.filter((round) => round !== waiting).reverse(),
  };
}
export type CompletionView = NonNullable<Awaited<ReturnType<typeof completionView>>>;
