import { visitor } from "~/domain/access/actor";
import { everywhere } from "~/domain/access/permissions";
import { type OpinionRefusal, opinionRefusal } from "~/domain/application/endorsement";
import { environment } from "~/env.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { recipientsOf } from "~/features/application-file/recipients-of.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { hashLinkToken } from "~/features/single-use-links/issue-link.server";
import { paths } from "~/paths";
import { type ApplicationFile, lockApplication } from "~db/repositories/applications.server";
import { findRequestByLink, saveOpinion } from "~db/repositories/endorsements.server";
import type { EndorsementRow } from "~db/repositories/formal-acts.server";
import { record } from "~db/repositories/journal.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { givenMail } from "./endorsement-mails";
import type { OpinionForm } from "./schemas";
import { sealSupplement } from "./seal-supplement.server";

export type GiveOpinionResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "unknown" | OpinionRefusal };

/**
 * Gives the opinion that a link asks for, once, whoever holds it. Under the lock of the application's row:
 * a submission or a cancellation at the same instant is before or after, never between.
 */
export async function giveOpinion(
  work: Work,
  token: string,
  form: OpinionForm,
): Promise<GiveOpinionResult> {
  const { tx, now } = work;
  const link = hashLinkToken(token);
  const known = await findRequestByLink(tx, link);
  const file = known && (await lockApplication(tx, everywhere, known.applicationId));
  // Read again: it may have been answered or cancelled while the lock was waited for.
  const request = file && (await findRequestByLink(tx, link));
  if (!file || !request) return { ok: false, reason: "unknown" };
  const { id, status } = file.application;
  const { cancelledAt, opinion, expiresAt } = request;
  const refusal = opinionRefusal(
    { opinion, isCancelled: cancelledAt !== null, expiresAt },
    status,
    now,
  );
  if (refusal) return { ok: false, reason: refusal };
  const given = await saveOpinion(tx, request.id, {
    opinion: form.avis,
    reasons: form.motifs || null,
    giverName: form.nom,
    giverTitle: form.qualite,
    givenAt: now,
  });
  if (!given) return { ok: false, reason: "given" };
  await record(
    { ...work, actor: { ...visitor, name: `${form.nom}, ${form.qualite}` } },
    {
      on: { kind: "application", id },
      action: "application.endorsement-given",
      after: {
        requestId: given.id,
        authority: given.authority,
        opinion: given.opinion,
        reasons: given.reasons,
      },
    },
  );
  await sealSupplement(work, { id, status });
  await tellOpinion(work, file, given);
  return { ok: true };
}

/** Writes to who asked and to the applicant's responsible people. */
async function tellOpinion(
  work: Work,
  file: ApplicationFile,
  request: EndorsementRow,
): Promise<void> {
  const document = documentOf(file.campaign);
  const schools = await nameSchools(work, file.schools, file.communes, file.departements);
  const told = {
    campaign: `${document.title} ${document.edition}`,
    applicant: applicantTitle(schools),
    url: `${environment().origins[0] ?? ""}${paths.formalActs(file.application.id)}`,
  };
  const people = await recipientsOf(work, file, request.askedBy);
  await enqueueMails(
    work.tx,
    people.map((person) => givenMail(person, request, told)),
  );
}
