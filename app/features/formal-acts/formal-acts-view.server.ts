import type { Scope } from "~/domain/access/permissions";
import { askRefusal, cancelRefusal, resendRefusal } from "~/domain/application/endorsement";
import { actRefusal, removalRefusal } from "~/domain/application/formal-acts";
import { answerLimit } from "~/features/application-file/can-answer.server";
import { describeAdmissibility } from "~/features/application-file/describe-admissibility.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import {
  readFormalPieces,
  readOwner,
  standingAct,
} from "~/features/application-file/formal-pieces.server";
import { shownAct, shownRequest } from "~/features/application-file/formal-sheet-view.server";
import { actNames, dueWords } from "~/features/application-file/formal-words";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { type EvaluatedFile, readFile } from "~/features/application-file/read-file.server";
import { proofLimits } from "~/features/proofs/labels";
import { ownerLabel } from "~/features/school-directory/labels";
import { checkSubmission } from "~/features/submit-application/submit-application.server";
import { collectiviteKey, nameCollectivites } from "~db/repositories/collectivites.server";
import type { Work } from "~db/work.server";
import { actFileLimits } from "./schemas";
import { countRecentMails } from "./send-link.server";

/** The page of the act and of the opinion; undefined out of scope, and where the campaign asks none. */
export async function formalActsView(work: Work, scope: Scope, id: string) {
  const file = await readFile(work, scope, id);
  const pieces = file && (await readFormalPieces(work, file));
  if (!file || !pieces) return undefined;
  const { application, document } = file;
  const { status } = application;
  const { asked, body, request } = pieces;
  const check = await checkSubmission(work, file, { instant: work.now, isDeclared: true });
  const canWrite = (await answerLimit(work, id)) === "all";
  const recent = canWrite ? await countRecentMails(work, id) : 0;
  return {
    id: application.id,
    title: applicantTitle(await nameSchools(work, file.schools, file.communes, file.departements)),
    campaign: `${document.title} ${document.edition}`,
    canWrite,
    isDraft: status === "draft",
    admissibility: describeAdmissibility(check.lacking, pieces, canWrite ? id : null),
    deliberation:
      asked.deliberation.need === "none"
        ? null
        : {
            name: actNames[body],
            isRequired: asked.deliberation.need === "required",
            due: dueWords(asked.deliberation.due),
            isFromOpening: document.formalActs?.sessionAfterOpening ?? false,
            opensAt: file.campaign.opensAt.toISOString(),
            limits: proofLimits(actFileLimits),
            act: shownAct(pieces, application.id),
            refusal: actRefusal(asked.deliberation, status, standingAct(pieces)),
            canRemove: pieces.act !== null && removalRefusal(status) === null,
          },
    endorsement:
      asked.endorsement.need === "none"
        ? null
        : {
            isRequired: asked.endorsement.need === "required",
            due: dueWords(asked.endorsement.due),
            owner: canWrite && !request ? await nameOwner(work, file) : null,
            request: shownRequest(pieces, work.now),
            askRefusal: askRefusal(asked.endorsement, status, request, recent),
            cancelRefusal: cancelRefusal(status, request),
            resendRefusal: resendRefusal(status, request, recent),
          },
  };
}
export type FormalActsView = NonNullable<Awaited<ReturnType<typeof formalActsView>>>;

/** The collectivité that the directory names, to fill in the form; null when it names none. */
async function nameOwner(work: Work, { schools }: EvaluatedFile): Promise<string | null> {
  const owner = await readOwner(work, schools);
  if (!owner) return null;
  const names = await nameCollectivites(work.tx, [owner]);
  return ownerLabel(owner, names.get(collectiviteKey(owner)));
}
