import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './database.ts';
import { useDatabase } from './testing/database.ts';
import { isConnectionFailure } from './transaction.ts';

const database = useDatabase();

test('a JSON column keeps key order, escaped NUL and lone surrogates', async () => {
  const text = String.raw`{"b":"\u0000","a":"\ud800"}`;
  const { rows } = await database().pool.query<{ value: string }>('select $1::json::text as value', [text]);
  expect(rows[0]?.value).toBe(text);
});

/** The way to the database, on which from some moment on nothing comes back any more. */
async function wayThatFallsSilent() {
  const { host, port } = database().options;
  const sockets: Socket[] = [];
  let silent = false;
  const server = createServer((client) => {
    const behind = host!.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port!, host);
    sockets.push(client, behind);
    client.on('data', (data) => behind.write(data));
    behind.on('data', (data) => silent || client.write(data));
    for (const socket of [client, behind]) socket.on('error', () => socket.destroy());
    client.on('close', () => behind.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as { port: number }).port,
    fallSilent: () => {
      silent = true;
    },
  };
}

test('a database that falls silent is not waited for by those for whom everybody waits', async () => {
  const way = await wayThatFallsSilent();
  const options = { ...database().options, host: '127.0.0.1', port: way.port };
  const impatient = openDatabase(
    { ...options, query_timeout: 500, connectionTimeoutMillis: 2_000 },
    () => {},
  );
  await impatient.intake.query('select 1');
  way.fallSilent();
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const failure: unknown = await impatient.intake.query('select 1').catch((error: unknown) => error);
    expect(isConnectionFailure(failure)).toBe(true);
  }
  for (const pool of [database().intake, database().journal]) {
    expect(pool.options).toMatchObject({ query_timeout: 30_000, connectionTimeoutMillis: 10_000 });
  }
  for (const pool of [database().pool, database().intake, database().journal]) {
    expect(pool.options).toMatchObject({ keepAlive: true });
  }
});
