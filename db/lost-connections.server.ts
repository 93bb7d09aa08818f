import type postgres from "postgres";

type Transaction = postgres.TransactionSql;
type Fate = { isOver: boolean };

/** The connection under a transaction is gone, or its server just said that it is closing it. */
const lostCodes = /^(CONNECTION_\w+|ECONNRESET|EPIPE|ETIMEDOUT|57P0[1245])$/;

function isLost(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && lostCodes.test(code);
}

const never = () => new Promise<never>(() => undefined);

/**
 * The same client, for which losing a connection in a transaction is an error like another. postgres.js
 * 3.4 sends the `rollback` of such a transaction, or its next statement, into a socket that is no more,
 * from a timer where nothing can catch the failure: the whole process died with the connection
 * (porsager/postgres#1208). Here a transaction without connection simply goes no further; its caller
 * is told by the rejection of `begin`, which comes with the loss.
 */
export function survivingClient(client: postgres.Sql): postgres.Sql {
  const { begin } = client;
  const beginWatched = async <T>(task: (transaction: Transaction) => T | Promise<T>) => {
    const fate: Fate = { isOver: false };
    try {
      return await begin((transaction) => task(watch(transaction, fate)));
    } finally {
      fate.isOver = true;
    }
  };
  return Object.assign(client, { begin: beginWatched });
}

function watch(transaction: Transaction, fate: Fate): Transaction {
  const { unsafe: send, savepoint } = transaction;
  const unsafe = (...words: Parameters<Transaction["unsafe"]>) => {
    const query = send(...words);
    const settle = query.then.bind(query);
    // A query leaves when it is first awaited, so that one of a lost transaction never does.
    const then: typeof query.then = (done, failed) => {
      if (fate.isOver) return never();
      return settle(done, (error: unknown) => {
        fate.isOver ||= isLost(error);
        if (fate.isOver) return never();
        if (failed) return failed(error);
        throw error;
      });
    };
    return Object.assign(query, { then });
  };
  const inner = <T>(task: (nested: Transaction) => T | Promise<T>) =>
    savepoint((nested) => task(watch(nested, fate)));
  return Object.assign(transaction, { unsafe, savepoint: inner });
}
