import type pg from 'pg';

/**
 * What a statement can be sent to: the pool, or one connection of it inside a transaction. Statements that join
 * are not prepared by name: a plan kept from when a table was small would read all of it when it is large.
 */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/**
 * Runs `work` in one transaction of its own connection: all or nothing.
 *
 * @throws what `work` or the commit threw, after the rollback
 */
export async function transaction<T>(pool: pg.Pool, work: (client: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await within(client, work, (failure) => (broken = failure));
  } finally {
    client.release(broken);
  }
}

/**
 * The same on a connection that one has. After a rollback that failed the connection is of no use; the server ends its
 * transaction.
 */
export async function within<T>(
  connection: Queryable,
  work: (connection: Queryable) => Promise<T>,
  onBroken: (failure: Error) => void = () => {},
): Promise<T> {
  try {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    return result;
  } catch (error) {
    await connection.query('rollback').catch(onBroken);
    throw error;
  }
}

/** A connection of one's own, outside the pool. */
export type Session = pg.Client;

/** Did the database refuse a value (a NUL in a text, JSON nested too deep), which no further try can change? */
export function isRefusedValue(error: unknown): boolean {
  return error instanceof Error && /^(22|54)/.test((error as NodeJS.ErrnoException).code ?? '');
}

/** Was a row refused because one it refers to has just been deleted? */
export function isDeletedMeanwhile(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === '23503';
}

/** Did this transaction and another wait for each other, so that the database ended this one? It may be tried again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === '40P01';
}

/** Did it wait for a lock for longer than it may? */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === '55P03';
}

const mostAttempts = 5;

/** Does what may be repeated again while it and another transaction wait for each other. */
export async function despiteDeadlocks<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDeadlock(error) || attempt === mostAttempts) throw error;
    }
  }
}

/**
 * Could the database not serve at all (down, restarting, out of connections, its disk full), rather than refuse a
 * statement? Then the same may be tried again later.
 */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined)
    return /terminated|timeout|not queryable|pool after calling end/i.test(error.message);
  return /^(08|53|57P|58)|^(ECONN|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND|EHOST|ENET|EAI_AGAIN)/.test(code);
}
