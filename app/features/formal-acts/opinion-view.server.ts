import { everywhere, scopeFor } from "~/domain/access/permissions";
import { isDelayed, throttleWindowMinutes } from "~/domain/access/throttling";
import { opinionRefusal } from "~/domain/application/endorsement";
import { applicantTitle, describeSchool } from "~/features/application-file/describe-school";
import { nameSchools } from "~/features/application-file/name-schools.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { hashLinkToken } from "~/features/single-use-links/issue-link.server";
import { findApplication } from "~db/repositories/applications.server";
import { findRequestByLink } from "~db/repositories/endorsements.server";
import { addFailure, countFailures } from "~db/repositories/sessions.server";
import type { Work } from "~db/work.server";
import type { UnusableOpinion } from "./labels";

/**
 * What the link of a request shows: who applies to what, and the opinion once it is given; nothing else of the
 * file, unless the reader has a right to it. Reading never uses the link: mail scanners follow it first.
 */
export async function opinionView(work: Work, token: string, client: { readonly address: string }) {
  const { tx, now, actor } = work;
  const key = `opinion-address:${client.address}`;
  const since = new Date(now.getTime() - throttleWindowMinutes * 60_000);
  const addressFailures = await countFailures(tx, key, since);
  if (isDelayed({ accountFailures: 0, addressFailures })) return unusable("too-many-attempts");
  const request = await findRequestByLink(tx, hashLinkToken(token));
  const file = request && (await findApplication(tx, everywhere, request.applicationId));
  if (!request || !file) {
    await addFailure(tx, key, now, since);
    return unusable("unknown");
  }
  const { opinion, expiresAt, cancelledAt } = request;
  const state = { opinion, isCancelled: cancelledAt !== null, expiresAt };
  const refusal = opinionRefusal(state, file.application.status, now);
  if (refusal && refusal !== "given") return unusable(refusal);
  const document = documentOf(file.campaign);
  const schools = await nameSchools(work, file.schools, file.communes, file.departements);
  const reading = scopeFor(actor, "application.read");
  const mayRead =
    reading.length > 0 && (await findApplication(tx, reading, request.applicationId)) !== undefined;
  return {
    ok: true as const,
    applicant: applicantTitle(schools),
    schools: schools.map((school) => ({ name: school.name, detail: describeSchool(school) })),
    campaign: `${document.title} ${document.edition}`,
    campaignSlug: file.campaign.slug,
    summary: document.summary ?? null,
    partners: document.partners.map(({ name }) => name),
    authority: request.authority,
    contact: request.contactName,
    expiresAt: expiresAt.toISOString(),
    applicationId: mayRead ? request.applicationId : null,
    given:
      opinion && request.givenAt
        ? {
            opinion,
            reasons: request.reasons,
            by: `${request.giverName}, ${request.giverTitle}`,
            at: request.givenAt.toISOString(),
          }
        : null,
  };
}

const unusable = (reason: UnusableOpinion) => ({ ok: false as const, reason });

export type OpinionView = Awaited<ReturnType<typeof opinionView>>;
export type OpenOpinion = Extract<OpinionView, { ok: true }>;
