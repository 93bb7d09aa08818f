import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { type PreparedFile, savedQuestions } from "./prepare-files";
import type { RecordedParameter, RecordedStatement } from "./record-statements";

export type BareSetup = {
  readonly databaseUrl: string;
  readonly files: readonly PreparedFile[];
  readonly statements: readonly RecordedStatement[];
};

type Lane = {
  readonly sql: postgres.ReservedSql;
  readonly file: PreparedFile;
  readonly versions: number[];
  turn: number;
};

/**
 * The statements of a save sent by postgres.js alone: prepared, no ORM, no HTTP, no validation, no
 * hashing, one connection a file, those of one wave together as the server sends them. Gives
 * transactions per second. The files' answers must exist, at version and count 1.
 */
export async function bareTransactions({ databaseUrl, files, statements }: BareSetup) {
  const client = postgres(databaseUrl, { max: files.length, onnotice: () => undefined });
  keepTextsAsTheyAre(client);
  const waves = wavesOf(statements);
  const lanes: Lane[] = [];
  for (const file of files) {
    lanes.push({
      sql: await client.reserve(),
      file,
      versions: savedQuestions.map(() => 1),
      turn: 0,
    });
  }
  return async (seconds: number): Promise<number> => {
    let transactions = 0;
    const start = performance.now();
    const end = start + seconds * 1000;
    await Promise.all(
      lanes.map(async (lane) => {
        while (performance.now() < end) {
          await replay(lane, waves);
          transactions += 1;
        }
      }),
    );
    const rate = transactions / ((performance.now() - start) / 1000);
    for (const lane of lanes) await requireWritten(lane);
    return rate;
  };
}

/** The recorded parameters are in the form that the server's ORM gives them: dates and JSON are texts. */
function keepTextsAsTheyAre(client: postgres.Sql): void {
  for (const type of [1184, 1082, 1083, 1114, 114, 3802]) {
    client.options.serializers[type] = (value: unknown) => value;
    client.options.parsers[type] = (value: unknown) => value;
  }
}

function wavesOf(statements: readonly RecordedStatement[]): RecordedStatement[][] {
  const waves = new Map<number, RecordedStatement[]>();
  for (const statement of statements) {
    waves.set(statement.wave, [...(waves.get(statement.wave) ?? []), statement]);
  }
  return [...waves.values()];
}

async function replay(lane: Lane, waves: readonly RecordedStatement[][]): Promise<void> {
  const rank = lane.turn % savedQuestions.length;
  lane.turn += 1;
  for (const wave of waves) {
    await Promise.all(
      wave.map(({ text, parameters }) => {
        const values = parameters.map((parameter) => replayedValue(parameter, lane, rank));
        return values.length === 0
          ? lane.sql.unsafe(text)
          : lane.sql.unsafe(text, values as postgres.ParameterOrJSON<never>[], { prepare: true });
      }),
    );
  }
  lane.versions[rank] = (lane.versions[rank] ?? 0) + 1;
}

function replayedValue(
  parameter: RecordedParameter,
  { file, versions }: Lane,
  rank: number,
): unknown {
  const questionId = savedQuestions[rank]?.questionId ?? "";
  const version = versions[rank] ?? 0;
  switch (parameter.is) {
    case "file":
      return file[parameter.field];
    case "answer":
      return `${file.applicationId}/${questionId}`;
    case "question":
      return questionId;
    case "version":
      return version;
    case "next-version":
    case "count":
      return version + 1;
    case "uuid":
      return randomUUID();
    case "constant":
      return parameter.value;
  }
}

/** A replay that writes nothing would be fast: every answer and every chain must have grown. */
async function requireWritten({ sql, file, versions }: Lane): Promise<void> {
  for (const [rank, { questionId }] of savedQuestions.entries()) {
    const [row] = await sql<{ version: number; count: number; entries: number }[]>`
      select a.version, h.count,
        (select count(*)::int from journal_entries as e where e.object_kind = 'answer' and e.object_id = h.object_id) as entries
      from answers as a join journal_heads as h on h.object_kind = 'answer'
        and h.object_id = a.application_id::text || '/' || a.question_id
      where a.application_id = ${file.applicationId} and a.question_id = ${questionId}`;
    const expected = versions[rank];
    if (row?.version !== expected || row?.count !== expected || row?.entries !== expected) {
      throw new Error(
        `La transaction nue n’a pas écrit ce qu’un enregistrement écrit : ${JSON.stringify({ expected, ...row })}`,
      );
    }
  }
}
