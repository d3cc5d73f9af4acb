import { expect, onTestFinished, test } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { useDatabase } from './testing/database.ts';
import { wayThatFallsSilent } from './testing/silent-way.ts';
import { isConnectionFailure } from './transaction.ts';

const database = useDatabase();

test('a JSON column keeps key order, escaped NUL and lone surrogates', async () => {
  const text = String.raw`{"b":"\u0000","a":"\ud800"}`;
  const { rows } = await database().pool.query<{ value: string }>('select $1::json::text as value', [text]);
  expect(rows[0]?.value).toBe(text);
});

const openOver = (options: DatabaseOptions): Database => {
  const opened = openDatabase(options, () => {});
  onTestFinished(() => opened.close());
  return opened;
};

const failureOf = (answer: Promise<unknown>): Promise<unknown> => answer.catch((error: unknown) => error);

test('a database that falls silent is not waited for, on whatever connection, and used again when it speaks', async () => {
  const way = await wayThatFallsSilent(database().options);
  const over = openOver({ ...way.options, silence: { askEveryMs: 50, silentForMs: 500 } });
  const listening = await over.connect();
  const ended = new Promise((resolve) => listening.once('end', resolve));
  await listening.query('listen anything');
  const pools = [over.pool, over.intake, over.journal];
  await Promise.all(pools.map((pool) => pool.query('select 1')));
  way.fallSilent();
  const failures = await Promise.all(pools.map((pool) => failureOf(pool.query('select 1'))));
  expect(failures.map(isConnectionFailure)).toEqual([true, true, true]);
  await ended;
  // And neither is one that takes the connection and then says nothing.
  expect(isConnectionFailure(await failureOf(over.pool.query('select 1')))).toBe(true);
  way.speakAgain();
  // Once it has answered a question.
  await expect
    .poll(() => over.pool.query('select 1').then(({ rowCount }) => rowCount, isConnectionFailure), {
      timeout: 10_000,
    })
    .toBe(1);
});

test('a host to which there is no way any more has not answered: who waits for it is told', async () => {
  const way = await wayThatFallsSilent(database().options);
  const over = openOver({ ...way.options, silence: { askEveryMs: 300, silentForMs: 500 } });
  await over.journal.query('select 1');
  way.fallSilent('cuts-new');
  expect(isConnectionFailure(await failureOf(over.journal.query('select 1')))).toBe(true);
});

test('a way that is gone is a failure of the connection, whatever the system calls it', () => {
  const codes = ['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EHOSTDOWN', 'EAI_AGAIN', 'ENOTFOUND'];
  const found = codes.filter((code) => isConnectionFailure(Object.assign(new Error('away'), { code })));
  expect(found).toEqual(codes);
  expect(isConnectionFailure(Object.assign(new Error('a file is not there'), { code: 'EACCES' }))).toBe(
    false,
  );
});

test('a statement may take long where the database answers others', async () => {
  const way = await wayThatFallsSilent(database().options);
  const over = openOver({ ...way.options, silence: { askEveryMs: 20, silentForMs: 200 } });
  const { rows } = await over.pool.query<{ done: boolean }>('select true as done from pg_sleep(1)');
  expect(rows).toEqual([{ done: true }]);
});

test('where everybody waits for an answer, and for a connection, there is a limit', () => {
  for (const pool of [database().intake, database().journal]) {
    expect(pool.options).toMatchObject({ query_timeout: 30_000 });
  }
  for (const pool of [database().pool, database().intake, database().journal]) {
    expect(pool.options).toMatchObject({ keepAlive: true, connectionTimeoutMillis: 10_000 });
  }
});
