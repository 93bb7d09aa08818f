import { describe, expect, it } from "vitest";
import { startWhenReachable } from "~/server/start-when-reachable";

const refused = () => {
  const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), {
    code: "ECONNREFUSED",
  });
  return new Error("Failed query", { cause });
};

/** A start that fails so many times, and what was said meanwhile. */
async function startAfter(failures: readonly Error[], attempts: number) {
  const said: string[] = [];
  let pauses = 0;
  const left = [...failures];
  const started = await startWhenReachable(
    async () => {
      const failure = left.shift();
      if (failure) throw failure;
      return "démarré";
    },
    {
      attempts,
      pause: async () => {
        pauses += 1;
      },
      say: (text) => said.push(text),
    },
  ).catch((error: Error) => error.message);
  return { started, said, pauses };
}

describe("a start while PostgreSQL is away", () => {
  it("waits for it, and says once why", async () => {
    expect(await startAfter([refused(), refused()], 5)).toEqual({
      started: "démarré",
      said: [
        "La base de données ne répond pas encore (connect ECONNREFUSED 127.0.0.1:5432) : nouvel essai…",
      ],
      pauses: 2,
    });
  });

  it("gives up in French after its last attempt", async () => {
    const { started, pauses } = await startAfter([refused(), refused(), refused()], 3);
    expect(started).toContain("La base de données reste injoignable");
    expect(started).toContain("DATABASE_URL");
    expect(pauses).toBe(2);
  });

  it("does not wait for what time will not mend", async () => {
    expect(await startAfter([new Error("Environnement refusé.")], 5)).toEqual({
      started: "Environnement refusé.",
      said: [],
      pauses: 0,
    });
  });
});
