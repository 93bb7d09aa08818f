import { isDatabaseUnavailable } from "~db/unavailable";

export type Patience = {
  /** Attempts in all; the last failure is final. */
  readonly attempts: number;
  readonly pause: () => Promise<void>;
  /** Told what is waited for, in French, for the terminal. */
  readonly say: (text: string) => void;
};

/** About a minute: what a server started beside this one takes, restarts included. */
export const patience: Patience = {
  attempts: 30,
  pause: () => new Promise((resolve) => setTimeout(resolve, 2_000)),
  say: (text) => process.stderr.write(`${text}\n`),
};

/**
 * Starts what needs the database, again and again while it is away; any other failure is final at once.
 * @throws Error in French, meant for the terminal, when it stays away.
 */
export async function startWhenReachable<T>(
  start: () => Promise<T>,
  { attempts, pause, say }: Patience = patience,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      const reason = reasonOf(error);
      if (attempt >= attempts) {
        throw new Error(
          `La base de données reste injoignable (${reason}). Vérifiez DATABASE_URL et que PostgreSQL est démarré, puis relancez.`,
        );
      }
      if (attempt === 1) say(`La base de données ne répond pas encore (${reason}) : nouvel essai…`);
      await pause();
    }
  }
}

/** The innermost message: the driver's. One that has none (several addresses refused) has its code. */
function reasonOf(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  if (!(at instanceof Error)) return String(at);
  return at.message || String((at as NodeJS.ErrnoException).code);
}
