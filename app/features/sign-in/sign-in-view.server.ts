import { isDemonstrationAllowed } from "~/env.server";
import { listDemonstrationPeople } from "~db/repositories/people.server";
import type { Work } from "~db/work.server";
import { demonstrationPassword } from "./demonstration";

export type SignInView = {
  /** Accounts to try, in demonstration and development only; empty elsewhere. */
  readonly demonstrationAccounts: readonly { email: string; name: string; title: string }[];
  readonly demonstrationPassword: string | null;
};

/** What the sign-in page shows: in demonstration, the accounts to try. */
export async function signInView(work: Work): Promise<SignInView> {
  if (!isDemonstrationAllowed()) return { demonstrationAccounts: [], demonstrationPassword: null };
  const people = await listDemonstrationPeople(work.tx);
  return {
    demonstrationAccounts: people.map((person) => ({
      email: person.email,
      name: `${person.givenName} ${person.familyName}`,
      title: person.title ?? "",
    })),
    demonstrationPassword: people.length > 0 ? demonstrationPassword : null,
  };
}
