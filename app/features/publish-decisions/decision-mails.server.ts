import type { Role } from "~/domain/access/vocabulary";
import { schoolFactsOf } from "~/domain/application/school-facts";
import { isoDayInParis } from "~/domain/directory/paris-day";
import { labelValidity } from "~/domain/jury/label-validity";
import { decidesUpon } from "~/domain/jury/publication";
import { environment } from "~/env.server";
import { documentOf } from "~/features/campaigns/campaign-document.server";
import { levelLabel } from "~/features/examine-applications/labels";
import { paths } from "~/paths";
import { formatDate, frenchText } from "~/ui/format";
import type { CampaignRow } from "~db/repositories/campaigns.server";
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
  const mails: OutgoingMail[] = [];
  for (const file of files) {
    for (const school of file.schools) {
      const letter = letterOf(
        work,
        campaign,
        file,
        school,
        signedActs(campaign, school, acts, titles),
      );
      for (const to of await recipientsOf(work, file, school)) mails.push({ ...letter, ...to });
    }
  }
  return mails;
}

type Addressee = Pick<OutgoingMail, "toAddress" | "toName">;

async function recipientsOf(
  { tx }: Work,
  file: DecidedFile,
  { unit }: FileSchool,
): Promise<Addressee[]> {
  const people = await listPeopleByScope(tx, schoolHeads, "school", unit.uai);
  if (file.applicantKind === "commune") {
    people.push(...(await listPeopleByScope(tx, ["mayor"], "commune", file.applicantCode)));
  }
  if (file.applicantKind === "epci") {
    people.push(...(await listPeopleByScope(tx, ["epci-president"], "epci", file.applicantCode)));
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

function letterOf(
  work: Work,
  campaign: CampaignRow,
  { level, reason }: DecidedFile,
  { unit }: FileSchool,
  acts: readonly string[],
): Omit<OutgoingMail, "toAddress" | "toName"> {
  const { kind, edition, labelValidityYears } = documentOf(campaign);
  const title = campaign.title.endsWith(edition) ? campaign.title : `${campaign.title} ${edition}`;
  const { validUntil } = labelValidity(isoDayInParis(work.now), labelValidityYears);
  const decision =
    level === 0
      ? "Décision : accompagnement par votre délégation au numérique éducatif, sur les axes à renforcer."
      : `Décision : ${levelLabel(level).toLowerCase()}${kind === "label" ? `, valable jusqu’au ${formatDate(validUntil)}` : ""}.`;
  const lines = [
    "Bonjour,",
    "",
    `Les décisions de la campagne « ${title} » sont publiées. Voici celle qui concerne « ${unit.name} » (UAI ${unit.uai}).`,
    "",
    decision,
    ...(reason ? [`Motif du jury : ${reason}`] : []),
    ...(acts.length > 0 ? ["", "Actes :", ...acts] : []),
    "",
    "Les résultats se lisent à cette adresse :",
    `${environment().origins[0] ?? ""}${paths.results(campaign.slug)}`,
  ];
  return {
    kind: "decision.published",
    subject: frenchText(`${title} : décision pour ${unit.name}`),
    body: lines.map((line) => (line.startsWith("http") ? line : frenchText(line))).join("\n"),
  };
}
