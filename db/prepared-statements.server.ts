import type postgres from "postgres";

/** A statement is prepared from this use on: one that is sent once would only fill the server's memory. */
const usesBeforePreparing = 3;
/** Each connection keeps what it prepared as long as it lives. */
const mostPrepared = 300;
const mostCounted = 3_000;
const longestPrepared = 4_000;

type Unsafe = postgres.Sql["unsafe"];

/**
 * The same client, which has PostgreSQL prepare the statements that come back. Drizzle sends its own
 * without a name: each one was parsed, planned and described anew, in one more round trip.
 */
export function preparingClient(client: postgres.Sql): postgres.Sql {
  const isPrepared = preparedTexts();
  const prepareIn = <Handle extends { unsafe: Unsafe }>(handle: Handle): Handle => {
    const send = handle.unsafe;
    const unsafe: Unsafe = (text, parameters = [], options = {}) =>
      parameters.length > 0 && isPrepared(text)
        ? send(text, parameters, { ...options, prepare: true })
        : send(text, parameters, options);
    return Object.assign(handle, { unsafe });
  };
  const prepareInTransaction = (transaction: postgres.TransactionSql) => {
    const { savepoint } = transaction;
    const inner = <T>(task: (nested: postgres.TransactionSql) => T | Promise<T>) =>
      savepoint((nested) => task(prepareInTransaction(nested)));
    return Object.assign(prepareIn(transaction), { savepoint: inner });
  };
  const { begin } = client;
  const beginPrepared = <T>(task: (transaction: postgres.TransactionSql) => T | Promise<T>) =>
    begin((transaction) => task(prepareInTransaction(transaction)));
  return Object.assign(prepareIn(client), { begin: beginPrepared });
}

/** Decides, use after use, whether a statement is worth preparing. */
function preparedTexts(): (text: string) => boolean {
  const uses = new Map<string, number>();
  const prepared = new Set<string>();
  return (text) => {
    if (prepared.has(text)) return true;
    if (text.length > longestPrepared || prepared.size >= mostPrepared) return false;
    const count = (uses.get(text) ?? 0) + 1;
    if (count < usesBeforePreparing) {
      if (uses.size >= mostCounted) uses.clear();
      uses.set(text, count);
      return false;
    }
    uses.delete(text);
    prepared.add(text);
    return true;
  };
}
