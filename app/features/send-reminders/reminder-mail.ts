import { environment } from "~/env.server";
import { composeBody, type OwnTemplate } from "~/features/mail-templates/compose-mail";
import { paths } from "~/paths";
import { formatDateTime, formatDaysUntil, frenchText, pluralOf } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";
import { groupBy } from "./group-by";

/** One thing that a person is reminded of. */
export type ReminderLine = {
  readonly campaign: string;
  readonly slug: string;
  readonly closesAt: Date;
  /** The campaign's own words for its paragraph. */
  readonly own: OwnTemplate;
  readonly applicant: string | null;
  /** The draft; null where nothing was begun. */
  readonly applicationId: string | null;
};

type Recipient = {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
};

/** One mail for everything that a person is reminded of that day, campaign after campaign. */
export function reminderMail(
  person: Recipient,
  lines: readonly ReminderLine[],
  now: Date,
): OutgoingMail {
  // Two schools of one person may close apart: each closing has its paragraph.
  const byCampaign = groupBy(lines, ({ slug, closesAt }) => `${slug} ${closesAt.getTime()}`).sort(
    ([a], [b]) => (a?.closesAt.getTime() ?? 0) - (b?.closesAt.getTime() ?? 0),
  );
  return {
    kind: "reminder.closing",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: subjectOf(lines, now),
    body: [
      "Bonjour,",
      "",
      ...byCampaign.flatMap((all) => paragraph(all, now)),
      frenchText("Un brouillon n’est pas une candidature : seul un dossier transmis est examiné."),
      "",
      frenchText("Pour ne plus recevoir ces rappels :"),
      `${origin()}${paths.mailPreferences()}`,
    ].join("\n"),
  };
}

const origin = () => environment().origins[0] ?? "";

/** « Dans 7 jours, clôture : L@bel lycée numérique 2026 »; the soonest one when there are several. */
function subjectOf(lines: readonly ReminderLine[], now: Date): string {
  const [soonest] = [...lines].sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
  if (!soonest) return "";
  const others = new Set(lines.map(({ slug }) => slug)).size - 1;
  const more =
    others > 0 ? `, et ${others} ${pluralOf(others, "autre campagne", "autres campagnes")}` : "";
  return frenchText(
    `${formatDaysUntil(now, soonest.closesAt)}, clôture : ${soonest.campaign}${more}`,
  );
}

function paragraph(lines: readonly ReminderLine[], now: Date): string[] {
  const [first] = lines;
  if (!first) return [];
  const paragraphs = composeBody("reminder.closing", first.own, {
    campagne: first.campaign,
    cloture: `${formatDateTime(first.closesAt, { weekday: true })}, heure de Paris (${formatDaysUntil(now, first.closesAt).toLowerCase()})`,
    dossiers: [...lines].sort(byApplicant).map(lineOf).join("\n"),
  });
  return [paragraphs, ""];
}

function lineOf({ applicant, applicationId, slug }: ReminderLine): string {
  const isDraft = applicationId !== null;
  const to = isDraft ? paths.application(applicationId) : paths.startApplication(slug);
  const state = isDraft ? "brouillon à terminer et à transmettre" : "candidature non commencée";
  return frenchText(`- ${applicant ?? "Votre dossier"} : ${state}, ${origin()}${to}`);
}

const byApplicant = (a: ReminderLine, b: ReminderLine) =>
  (a.applicant ?? "").localeCompare(b.applicant ?? "", "fr");
