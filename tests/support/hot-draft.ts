import { afterEach, beforeEach } from "vitest";
import type { Role } from "~/domain/access/vocabulary";
import { readEnvironment } from "~/env.server";
import { openSession } from "~/features/sign-in/lucia.server";
import { installRuntime, stopRuntime } from "~/http/runtime.server";
import { buildDraft, type Draft } from "~tests/factories/draft-application";
import { insertActor } from "~tests/factories/person";
import { journalKey, type TestDatabase } from "./database";

export type HotDraft = {
  readonly draft: Draft;
  /** Its number among the drafts of the file: others are made from 500 on. */
  readonly rank: number;
  /** Cookie headers of the head, of a colleague, and of somebody who holds another role everywhere. */
  readonly cookies: Readonly<Record<"head" | "colleague" | "outsider", string>>;
};

/** Gives each test of hot endpoints a committed draft of its own, and people signed in. */
export function useHotDraft(
  db: TestDatabase,
  outsider: Role,
  settings: Readonly<Record<string, string>> = {},
): () => HotDraft {
  let rank = 100;
  let current: HotDraft | undefined;
  beforeEach(async () => {
    installRuntime({
      env: readEnvironment({ NODE_ENV: "test", ...settings }),
      database: db.database(),
      journalKey,
      guard: undefined,
      stop: async () => undefined,
    });
    rank += 1;
    current = await db.committed(async (work) => {
      const draft = await buildDraft(work, rank);
      const other = await insertActor(work, [
        { role: outsider, scopeKind: "everything", scopeCode: "" },
      ]);
      const cookieOf = async (id: string) =>
        (await openSession(work, id, null)).split(";")[0] ?? "";
      return {
        draft,
        rank,
        cookies: {
          head: await cookieOf(draft.head.personId),
          colleague: await cookieOf(draft.colleague.personId),
          outsider: await cookieOf(other.personId),
        },
      };
    });
  });
  afterEach(stopRuntime);
  return () => {
    if (!current) throw new Error("Le brouillon de l’essai n’est pas prêt.");
    return current;
  };
}
