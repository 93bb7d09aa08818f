import { environment } from "~/env.server";
import { paths } from "~/paths";
import { formatCount, frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";
import type { Awaited } from "~db/repositories/message-notices.server";

/** What waits for a person in one application. */
export type DigestSubject = {
  /** Who applies, and to what. */
  readonly title: string;
  readonly campaign: string;
  readonly waiting: number;
  /** The page where it is read. */
  readonly to: string;
};

/** The one mail of the day that says where messages wait; what they say stays on the platform. */
export function digestMail(
  person: Awaited,
  subjects: readonly [DigestSubject, ...DigestSubject[]],
): OutgoingMail {
  const origin = environment().origins[0] ?? "";
  const total = subjects.reduce((sum, { waiting }) => sum + waiting, 0);
  const [first] = subjects;
  return {
    kind: "message.digest",
    toAddress: person.email,
    toName: `${person.givenName} ${person.familyName}`,
    subject: frenchText(
      `${wait(total)} : ${subjects.length === 1 ? first.campaign : formatCount(subjects.length, "candidature")}`,
    ),
    body: [
      "Bonjour,",
      "",
      ...subjects.flatMap(({ title, campaign, waiting, to }) => [
        frenchText(`${title}, ${campaign} : ${wait(waiting)}.`),
        `${origin}${to}`,
        "",
      ]),
      frenchText("Pour ne plus recevoir ces courriels :"),
      `${origin}${paths.mailPreferences()}`,
    ].join("\n"),
  };
}

const wait = (count: number) =>
  formatCount(count, "message attend d’être lu", "messages attendent d’être lus");
