import { HttpConnection } from "./http-connection";

export type StormSetup = {
  readonly port: number;
  readonly emails: readonly string[];
  readonly password: string;
  readonly connections: number;
};

/**
 * Right passwords without a pause, from several connections, each of its own network address as the
 * trusted proxy states it: many schools that sign in at once. Gives sign-ins per second.
 */
export async function signInStorm({ port, emails, password, connections }: StormSetup) {
  const open = await Promise.all(
    Array.from({ length: connections }, () => HttpConnection.open(port)),
  );
  let next = 0;
  return async (seconds: number): Promise<number> => {
    let signIns = 0;
    const start = performance.now();
    const end = start + seconds * 1000;
    await Promise.all(
      open.map(async (connection, rank) => {
        while (performance.now() < end) {
          const email = emails[next % emails.length] ?? "";
          next += 1;
          const answer = await connection.send("POST", "/connexion", {
            type: "application/x-www-form-urlencoded",
            body: new URLSearchParams({ email, password }).toString(),
            headers: { "X-Forwarded-For": `192.0.2.${rank + 1}` },
          });
          const isSignedIn = answer.status === 302 && /^set-cookie: __Host-/im.test(answer.headers);
          if (!isSignedIn) {
            throw new Error(`Connexion refusée : ${answer.status} ${answer.body.slice(0, 200)}`);
          }
          signIns += 1;
        }
      }),
    );
    return signIns / ((performance.now() - start) / 1000);
  };
}
