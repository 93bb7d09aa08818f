import type { Role } from "~/domain/access/vocabulary";
import { schoolFactsOf } from "~/domain/application/school-facts";
import type { CampaignDocument } from "~/domain/campaign/document";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { decisionScaleOf } from "~/domain/jury/decision-scale";
import { labelValidity } from "~/domain/jury/label-validity";
import { decidesUpon } from "~/domain/jury/publication";
import { environment } from "~/env.server";
import { outcomeLabel } from "~/features/application-file/outcome-label";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { composeLetter, type OwnTemplate } from "~/features/mail-templates/compose-mail";
import { paths } from "~/paths";
import { formatDate, frenchText } from "~/ui/format";
import type { CampaignRow } from "~db/repositories/campaigns.server";
import { findMailTemplate } from "~db/repositories/mail-templates.server";
import type { OutgoingMail } from "~db/repositories/mails.server";
import { listPeopleByScope } from "~db/repositories/people.server";
import type { FileSchool, PublicationFileRow } from "~db/repositories/publications.server";
import type { Work } from "~db/work.server";
import { actKindLabels } from "./labels";
import type { ActForm } from "./schemas";

/** A file whose jury has proposed a level: what its decision says. */
export type DecidedFile = PublicationFileRow & { readonly level: number };

type Published = {
  readonly files: readonly DecidedFile[];
  readonly acts: readonly ActForm[];
  readonly titles: ReadonlyMap<string, string>;
};

const schoolHeads: readonly Role[] = ["head", "acting-head", "school-director"];

/**
 * One mail for the head of each school, and for the mayor or president who applied: the decision, its
 * reason, its acts, and where to read them. A school whose head has no account yet is told at its
 * institutional address.
 */
export async function decisionMails(
  work: Work,
  campaign: CampaignRow,
  { files, acts, titles }: Published,
): Promise<OutgoingMail[]> {
  const own = await findMailTemplate(work.tx, campaign.id, "decision.published");
  const mails: OutgoingMail[] = [];
  for (const file of files) {
    for (const school of file.schools) {
      const lines = signedActs(campaign, school, acts, titles);
      const letter = letterOf(work, campaign, { own, file, school, acts: lines });
      for (const to of await recipientsOf(work, campaign.id, file, school))
        mails.push({ ...letter, ...to });
    }
  }
  return mails;
}

type Addressee = Pick<OutgoingMail, "toAddress" | "toName">;

async function recipientsOf(
  { tx, now }: Work,
  campaignId: string,
  { applicantKind, applicantCode }: DecidedFile,
  { unit }: FileSchool,
): Promise<Addressee[]> {
  const moment = { day: isoDayInParis(now), campaignId };
  const people = await listPeopleByScope(tx, schoolHeads, "school", unit.uai, moment);
  if (applicantKind === "commune") {
    people.push(...(await listPeopleByScope(tx, ["mayor"], "commune", applicantCode, moment)));
  }
  if (applicantKind === "epci") {
    people.push(
      ...(await listPeopleByScope(tx, ["epci-president"], "epci", applicantCode, moment)),
    );
  }
  if (people.length === 0) {
    return unit.institutionalMail ? [{ toAddress: unit.institutionalMail, toName: unit.name }] : [];
  }
  return people.map(({ email, givenName, familyName }) => ({
    toAddress: email,
    toName: `${givenName} ${familyName}`,
  }));
}

/** The acts of the authorities that decide upon one school, a line each. */
function signedActs(
  campaign: CampaignRow,
  { unit }: FileSchool,
  acts: readonly ActForm[],
  titles: ReadonlyMap<string, string>,
): string[] {
  const facts = schoolFactsOf(unit, undefined);
  const authorities = documentOf(campaign).decidingAuthorities;
  return acts
    .filter(({ authorityId }) =>
      authorities.some(
        (authority) => authority.id === authorityId && decidesUpon(authority, facts),
      ),
    )
    .map(
      (act) =>
        `- ${titles.get(act.authorityId)} : ${actKindLabels[act.kind].toLowerCase()} n° ${act.number} du ${formatDate(act.signedOn)}, signature de ${act.signatory}`,
    );
}

/** The decision in one sentence. `day` is that of the publication, in Paris. */
function decisionLine(document: CampaignDocument, level: number, day: string): string {
  const scale = decisionScaleOf(document);
  if (scale === "retention")
    return `Décision : projet ${outcomeLabel(scale, level).toLowerCase()}.`;
  if (level === 0) {
    return "Décision : accompagnement par votre délégation au numérique éducatif, sur les axes à renforcer.";
  }
  const { validUntil } = labelValidity(day, document.labelValidityYears);
  const until = document.kind === "label" ? `, valable jusqu’au ${formatDate(validUntil)}` : "";
  return `Décision : ${outcomeLabel(scale, level).toLowerCase()}${until}.`;
}

type Told = {
  readonly own: OwnTemplate;
  readonly file: DecidedFile;
  readonly school: FileSchool;
  /** A line each. */
  readonly acts: readonly string[];
};

function letterOf(
  work: Work,
  campaign: CampaignRow,
  { own, file: { level, reason }, school: { unit }, acts }: Told,
): Omit<OutgoingMail, "toAddress" | "toName"> {
  const document = documentOf(campaign);
  const { edition } = document;
  return composeLetter("decision.published", own, {
    campagne: campaign.title.endsWith(edition) ? campaign.title : `${campaign.title} ${edition}`,
    etablissement: frenchText(`« ${unit.name} » (UAI ${unit.uai})`),
    nom: unit.name,
    decision: frenchText(decisionLine(document, level, isoDayInParis(work.now))),
    motif: reason ? frenchText(`Motif du jury : ${reason}`) : "",
    actes: acts.length > 0 ? frenchText(["Actes :", ...acts].join("\n")) : "",
    lien: `${environment().origins[0] ?? ""}${paths.results(campaign.slug)}`,
  });
}
