import { isDelayed, throttleWindowMinutes } from "~/domain/access/throttling";
import { isDemonstrationAllowed } from "~/env.server";
import { findPersonByEmail } from "~db/repositories/people.server";
import { addFailure, clearFailures, countFailures } from "~db/repositories/sessions.server";
import type { Work } from "~db/work.server";
import { openSession } from "./lucia.server";
import { isPasswordOf } from "./passwords.server";
import type { SignInForm } from "./schemas";

export type SignInResult =
  | { readonly ok: true; readonly cookie: string; readonly personId: string }
  | { readonly ok: false; readonly reason: "wrong-credentials" | "too-many-attempts" };

type InWork = <T>(task: (work: Work) => Promise<T>) => Promise<T>;

/**
 * Checks an address and a password, slowed per account then per network address, and opens a
 * session with a new token. The password is hashed between two short transactions, never inside one.
 */
export async function signIn(
  inWork: InWork,
  form: SignInForm,
  client: { readonly address: string; readonly userAgent: string | null },
): Promise<SignInResult> {
  const keys = {
    account: `account:${form.email.toLowerCase()}`,
    address: `address:${client.address}`,
  };
  const before = await inWork(async (work) => {
    const since = windowStart(work.now);
    return {
      person: await findPersonByEmail(work.tx, form.email),
      isDelayed: isDelayed({
        accountFailures: await countFailures(work.tx, keys.account, since),
        addressFailures: await countFailures(work.tx, keys.address, since),
      }),
    };
  });
  if (before.isDelayed) return { ok: false, reason: "too-many-attempts" };
  const { person } = before;
  const isClosed =
    Boolean(person?.disabledAt) || (person?.isDemonstration && !isDemonstrationAllowed());
  const isRight = await isPasswordOf(isClosed ? null : person?.passwordHash, form.password);
  return inWork(async (work) => {
    if (!person || !isRight) {
      await addFailure(work.tx, keys.account, work.now, windowStart(work.now));
      await addFailure(work.tx, keys.address, work.now, windowStart(work.now));
      return { ok: false, reason: "wrong-credentials" };
    }
    await clearFailures(work.tx, keys.account);
    return {
      ok: true,
      personId: person.id,
      cookie: await openSession(work, person.id, client.userAgent),
    };
  });
}

function windowStart(now: Date): Date {
  return new Date(now.getTime() - throttleWindowMinutes * 60_000);
}
