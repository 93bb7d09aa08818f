import { randomBytes } from "node:crypto";
import { endorsementLinkDays, endorsementWindowHours } from "~/domain/application/endorsement";
import { environment } from "~/env.server";
import { applicantTitle } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { hashLinkToken } from "~/features/single-use-links/issue-link.server";
import { paths } from "~/paths";
import type { ApplicationFile } from "~db/repositories/applications.server";
import {
  countEndorsementMails,
  replaceEndorsementLink,
} from "~db/repositories/endorsements.server";
import type { EndorsementRow } from "~db/repositories/formal-acts.server";
import { enqueueMails } from "~db/repositories/mails.server";
import type { Work } from "~db/work.server";
import { askMail } from "./endorsement-mails";

/** Sends the link of a request to its contact, good for some days; earlier ones end. Only its hash is kept. */
export async function sendEndorsementLink(
  work: Work,
  file: ApplicationFile,
  request: EndorsementRow,
): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(work.now.getTime() + endorsementLinkDays * 86_400_000);
  await replaceEndorsementLink(work.tx, {
    id: hashLinkToken(token),
    requestId: request.id,
    sentAt: work.now,
    expiresAt,
  });
  const document = documentOf(file.campaign);
  const schools = await nameSchools(work, file.schools, file.communes, file.departements);
  const mail = askMail(request, {
    campaign: `${document.title} ${document.edition}`,
    applicant: applicantTitle(schools),
    asker: work.actor.name,
    url: `${environment().origins[0] ?? ""}${paths.opinion(token)}`,
    expiresAt,
  });
  await enqueueMails(work.tx, [mail]);
}

/** How many mails asked for an opinion on this application lately. */
export function countRecentMails({ tx, now }: Work, applicationId: string): Promise<number> {
  const since = new Date(now.getTime() - endorsementWindowHours * 3_600_000);
  return countEndorsementMails(tx, applicationId, since);
}
