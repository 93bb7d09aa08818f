import { readEnvironment } from "~/env.server";
import { answerHotRequest } from "~/http/hot-endpoints.server";
import { installRuntime } from "~/http/runtime.server";
import { openServer } from "~db/client.server";
import { sql } from "~tests/support/raw-sql";
import { type PreparedFile, type SavedQuestion, savedQuestions } from "./prepare-files";

/** What a recorded parameter stands for: replayed afresh, or as it was. */
export type RecordedParameter =
  | { readonly is: "file"; readonly field: keyof PreparedFile }
  | { readonly is: "answer" | "question" | "version" | "next-version" | "count" | "uuid" }
  | { readonly is: "constant"; readonly value: unknown };

export type RecordedStatement = {
  readonly text: string;
  readonly parameters: readonly RecordedParameter[];
  /** Statements of one wave were sent together, without waiting for each other. */
  readonly wave: number;
};

// Far from any number that a statement holds by chance: what they become in a statement is known.
const markedVersion = 700_001;
const markedCount = 800_001;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The statements of one save, `begin` and `commit` included, as the server's own code sends them to
 * the driver: recorded by running the hot endpoint on this file, so that the bare transaction can
 * never differ from the real one. The file's first answer must be free.
 */
export async function recordStatements(
  databaseUrl: string,
  journalKey: string,
  file: PreparedFile,
): Promise<RecordedStatement[]> {
  let recorded: { text: string; parameters: unknown[]; wave: number }[] | undefined;
  let wave = 0;
  const database = openServer(databaseUrl, {
    maxConnections: 1,
    onStatement: (text, parameters) => {
      recorded?.push({ text, parameters: [...parameters], wave });
      // An answer of the server cannot come before the loop turns.
      setImmediate(() => {
        wave += 1;
      });
    },
  });
  const env = readEnvironment({ NODE_ENV: "production", DATABASE_URL: databaseUrl });
  const stop = () => database.close();
  installRuntime({ env, database, journalKey, guard: undefined, stop });
  const [question] = savedQuestions;
  if (!question) throw new Error("Aucune question à enregistrer.");
  try {
    // The driver prepares a statement the first times it meets it: those sends are not the steady ones.
    for (let version = 0; version < 5; version += 1) await save(file, question, version);
    await database.asOwner(async (tx) => {
      await tx.execute(
        sql`update answers set version = ${markedVersion} where application_id = ${file.applicationId}`,
      );
      await tx.execute(
        sql`update journal_heads set count = ${markedCount} where object_kind = 'answer' and object_id = ${objectOf(file, question)}`,
      );
    });
    recorded = [];
    await save(file, question, markedVersion);
    const statements = recorded;
    recorded = undefined;
    return statements.map(({ text, parameters, wave: sentWith }) => ({
      text,
      wave: sentWith,
      parameters: parameters.map((value) => meaningOf(value, file, question)),
    }));
  } finally {
    await stop();
  }
}

const objectOf = (file: PreparedFile, { questionId }: SavedQuestion) =>
  `${file.applicationId}/${questionId}`;

async function save(file: PreparedFile, question: SavedQuestion, version: number): Promise<void> {
  const answer = await answerHotRequest({
    method: "PUT",
    path: `/candidatures/${file.applicationId}/reponses/${question.questionId}`,
    cookie: file.cookie,
    body: { value: question.values[version % 2], version },
  });
  if (answer?.status !== 200) {
    throw new Error(`Enregistrement de référence refusé : ${JSON.stringify(answer)}`);
  }
}

function meaningOf(value: unknown, file: PreparedFile, question: SavedQuestion): RecordedParameter {
  for (const field of ["applicationId", "personId", "sessionId", "uai"] as const) {
    if (value === file[field]) return { is: "file", field };
  }
  if (value === objectOf(file, question)) return { is: "answer" };
  if (value === question.questionId) return { is: "question" };
  if (Number(value) === markedVersion) return { is: "version" };
  if (Number(value) === markedVersion + 1) return { is: "next-version" };
  if (Number(value) === markedCount + 1) return { is: "count" };
  if (typeof value === "string" && uuid.test(value)) return { is: "uuid" };
  return { is: "constant", value };
}
