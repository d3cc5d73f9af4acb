import { expect, test } from 'vitest';
import { useDatabase } from './testing/database.ts';

const database = useDatabase();

test('a JSON column keeps key order, escaped NUL and lone surrogates', async () => {
  const text = String.raw`{"b":"\u0000","a":"\ud800"}`;
  const { rows } = await database().pool.query<{ value: string }>('select $1::json::text as value', [text]);
  expect(rows[0]?.value).toBe(text);
});
