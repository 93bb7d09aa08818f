import { computeInThread } from "./password-threads.server";

/** OWASP's floor for argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** argon2id hash of a password, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return String(await computeInThread({ password, cost }));
}

let decoy: Promise<string> | undefined;

/**
 * True when the password is the account's. An account that is unknown or has no password costs the
 * same time, so that a sign-in never tells which addresses exist.
 */
export async function isPasswordOf(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("mot de passe que personne ne possède");
  const hash = passwordHash ?? (await decoy);
  const isRight = (await computeInThread({ password, hash })) === true;
  return passwordHash ? isRight : false;
}
