/**
 * The database as the store uses it: bound statements, run together. `write` is one transaction.
 * Both give up after a deadline, because D1 stalls now and then and a reader must not wait for it.
 */
export type Database = {
  sql(text: string, ...values: Bindable[]): D1PreparedStatement;
  /** Rows of each statement, in order. Tried once more when the database drops the first try. */
  read(statements: D1PreparedStatement[]): Promise<D1Result[]>;
  /** All or nothing. Never tried again here: only the caller knows whether that is safe. */
  write(statements: D1PreparedStatement[]): Promise<D1Result[]>;
};

export type Bindable = string | number | null;

/** The database did not answer in time, or not at all. The request can be tried again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

const READ_DEADLINE_MS = 4_000;
const WRITE_DEADLINE_MS = 10_000;

type Source = Pick<D1Database, 'prepare' | 'batch'>;

/** `replica` may lag a little behind; what it is used for is cached for longer than that. */
export function openDatabase(source: Source, replica: Pick<Source, 'batch'> = source): Database {
  return {
    sql: (text, ...values) => source.prepare(text).bind(...values),
    read: async (statements) => {
      const once = () => inTime(replica.batch(statements), READ_DEADLINE_MS);
      return once().catch((error) => (isPassing(error) ? once() : Promise.reject(error)));
    },
    write: (statements) => inTime(source.batch(statements), WRITE_DEADLINE_MS),
  };
}

/** The typed rows of one statement's result; the caller's SQL is what makes the type true. */
export function rowsOf<Row>(result: D1Result | undefined): Row[] {
  return (result?.results ?? []) as Row[];
}

function inTime<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new StoreUnavailable('no answer in time'));
    const timer = setTimeout(late, deadlineMs);
    work.then(resolve, (error) => reject(asOutage(error))).finally(() => clearTimeout(timer));
  });
}

function asOutage(error: unknown): unknown {
  return isOutage(error) ? new StoreUnavailable(messageOf(error), { cause: error }) : error;
}

/** What D1 says when the statement was fine but the database was not; from its documentation. */
const OUTAGE =
  /network connection lost|storage caused object to be reset|internal error|overloaded|reset because its code was updated|cannot resolve|no answer in time|exceeded (?:its )?(?:cpu|memory|timeout)|starting up|database is locked|SQLITE_BUSY/i;

function isOutage(error: unknown): boolean {
  return error instanceof StoreUnavailable || OUTAGE.test(messageOf(error));
}

function isPassing(error: unknown): boolean {
  return error instanceof StoreUnavailable && !/no answer in time/.test(error.message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
