import { fillTemplate, type MailTemplate } from "~/domain/mail/template";
import type { EditableMailKind } from "~/domain/mail/vocabulary";
import { frenchText } from "~/ui/format";
import type { OutgoingMail } from "~db/repositories/mails.server";
import { catalogue, type TemplateValues } from "./catalogue";

/** A campaign's own words for a kind of mail; undefined where it keeps the original ones. */
export type OwnTemplate = MailTemplate | undefined;

/** The words that stand for a kind of mail. */
export function wordsOf(kind: EditableMailKind, own: OwnTemplate): MailTemplate {
  const { subject, body } = own ?? catalogue[kind];
  return { subject, body };
}

/** The body of a kind of mail, with French typography in its words. */
export function composeBody<K extends EditableMailKind>(
  kind: K,
  own: OwnTemplate,
  values: TemplateValues<K>,
): string {
  return fillTemplate(wordsOf(kind, own).body, values, frenchText);
}

type Addressee = {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
};

/** One mail of a kind to each person, all in the same words. */
export function composeMails<K extends Exclude<EditableMailKind, "reminder.closing">>(
  kind: K,
  own: OwnTemplate,
  people: readonly Addressee[],
  values: TemplateValues<K>,
): OutgoingMail[] {
  const letter = composeLetter(kind, own, values);
  return people.map(({ email, givenName, familyName }) => ({
    ...letter,
    toAddress: email,
    toName: `${givenName} ${familyName}`,
  }));
}

/** The subject and body of a kind of mail. A subject is one line, whatever a value holds. */
export function composeLetter<K extends Exclude<EditableMailKind, "reminder.closing">>(
  kind: K,
  own: OwnTemplate,
  values: TemplateValues<K>,
): Pick<OutgoingMail, "kind" | "subject" | "body"> {
  const subject = fillTemplate(wordsOf(kind, own).subject ?? "", values, frenchText);
  return {
    kind,
    subject: subject.replace(/\s*[\r\n]+\s*/g, " "),
    body: composeBody(kind, own, values),
  };
}
