import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id; the work runs in the thread pool, never on the event loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
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
  const isRight = await verify(passwordHash ?? (await decoy), password);
  return passwordHash ? isRight : false;
}
