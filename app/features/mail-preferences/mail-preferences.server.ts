import { type SwitchableTopic, switchableTopics } from "~/domain/mail/vocabulary";
import { record } from "~db/repositories/journal.server";
import { listSilencedTopics, writeSilencedTopics } from "~db/repositories/mail-preferences.server";
import type { Work } from "~db/work.server";

export type MailPreferences = {
  /** Where mails go: the address of the account. */
  readonly email: string;
  readonly topics: readonly { readonly topic: SwitchableTopic; readonly isOn: boolean }[];
};

/** What the actor receives mails about. */
export async function readMailPreferences(work: Work, email: string): Promise<MailPreferences> {
  const silenced = await listSilencedTopics(work.tx, work.actor.personId);
  return {
    email,
    topics: switchableTopics.map((topic) => ({ topic, isOn: !silenced.includes(topic) })),
  };
}

/** Switches on the topics of `wanted` and off every other one; what does not change is not written. */
export async function saveMailPreferences(work: Work, wanted: readonly string[]): Promise<void> {
  const { tx, actor } = work;
  const before = await listSilencedTopics(tx, actor.personId);
  const off = switchableTopics.filter((topic) => !wanted.includes(topic));
  const on = before.filter((topic) => !off.includes(topic));
  const added = off.filter((topic) => !before.includes(topic));
  if (on.length === 0 && added.length === 0) return;
  await writeSilencedTopics(tx, actor.personId, { off: added, on });
  await record(work, {
    on: { kind: "person", id: actor.personId },
    action: "person.mail-preferences-changed",
    before: { silenced: before },
    after: { silenced: off },
  });
}
