import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { jsonArray, textArray, uuidArray } from './binary-arrays.ts';
import { useDatabase } from './testing/database.ts';

const database = useDatabase();

test('texts arrive as they are, and null as null', async () => {
  const texts = ['', null, 'plain', '{"a": "\\u0000 \\" \\\\ ,{}"}', 'Žluťoučký 🐎', 'x'.repeat(100_000)];
  const { rows } = await database().pool.query<{ texts: unknown }>('select $1::text[] as texts', [
    textArray(texts),
  ]);
  expect(rows[0]?.texts).toEqual(texts);
});

const sentAsJson = (texts: string[]) =>
  database().pool.query<{ texts: unknown }>('select $1::json[]::text[] as texts', [jsonArray(texts)]);

test('JSON arrives as its text, and what is no JSON is refused', async () => {
  const texts = ['null', '{ "a":1, "a":  "\\u0000 \\ud800 ž 🐎"}', '[ ]'];
  expect((await sentAsJson(texts)).rows[0]?.texts).toEqual(texts);
  await expect(sentAsJson(['{}', '{'])).rejects.toMatchObject({ code: '22P02' });
});

test('half a surrogate pair arrives as it does in a text', async () => {
  const half = 'x\ud800y';
  const { rows } = await database().pool.query<{ texts: unknown; text: string }>(
    'select $1::text[] as texts, $2::text as text',
    [textArray([half, 'behind it']), half],
  );
  expect(rows[0]?.texts).toEqual([rows[0]?.text, 'behind it']);
});

test('ids arrive as they are, in small letters', async () => {
  const ids = [randomUUID(), randomUUID().toUpperCase()];
  const { rows } = await database().pool.query<{ ids: string }>('select $1::uuid[]::text[] as ids', [
    uuidArray(ids),
  ]);
  expect(rows[0]?.ids).toEqual(ids.map((id) => id.toLowerCase()));
});

test('what is no id is refused here: its bytes would be anything', () => {
  expect(() => uuidArray(['0189'])).toThrow(RangeError);
  expect(() => uuidArray([randomUUID().replace(/.$/, 'x')])).toThrow(RangeError);
  expect(() => uuidArray([randomUUID().replace(/.$/, 'é')])).toThrow(RangeError);
  expect(() => uuidArray([randomUUID().replaceAll('-', '0')])).toThrow(RangeError);
  expect(() => uuidArray([`${randomUUID()}0`])).toThrow(RangeError);
});

test('an array may be empty', async () => {
  const { rows } = await database().pool.query<{ of: number }>(
    'select (select count(*)::int from unnest($1::text[], $2::uuid[])) as of',
    [textArray([]), uuidArray([])],
  );
  expect(rows[0]?.of).toBe(0);
});
