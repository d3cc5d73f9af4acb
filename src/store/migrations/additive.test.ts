import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hindersOlder } from '../testing/hinders-older.ts';
import { leastBeside } from './contraction.ts';
import { migrations } from './index.ts';

const names = Object.keys(migrations);

test('every migration lets processes of the release before go on', async () => {
  for (const name of names) {
    const source = await readFile(path.join(import.meta.dirname, `${name}.ts`), 'utf8');
    expect(hindersOlder(name, source), name).toEqual([]);
  }
});

test('every file of a migration is in the list, in the order of its number, and each number is there once', async () => {
  const files = (await readdir(import.meta.dirname))
    .filter((file) => /^\d{4}_\w+\.ts$/.test(file))
    .toSorted();
  expect(files).toEqual(names.map((name) => `${name}.ts`));
  expect(names.map((name) => name.slice(0, 4))).toEqual(
    names.map((_, index) => String(index + 1).padStart(4, '0')),
  );
});

test.each([
  ['alter table runs drop column status', 'drops'],
  ['drop index runs_by_flow', 'drops'],
  ['drop table\n steps', 'drops'],
  ['alter table runs alter column turns drop default', 'drops'],
  ['alter table runs rename column status to state', 'renames'],
  ['alter table runs alter column order_no type int', 'type'],
  ['alter table runs alter column order_no set data type int', 'type'],
  ['alter table runs alter column response set not null', 'demands'],
  ['alter table runs add column place int not null', 'demands'],
  [
    'alter table runs add column a int, add column b int; alter table steps add column c text not null',
    'demands',
  ],
  ['alter table runs add column a int, add column b int not null', 'demands'],
  ['alter table runs add constraint one check (status <> 1)', 'rule'],
  ['create unique index runs_once on runs (event_id)', 'rule'],
  ['delete from runs', 'rows'],
  ['create or replace function order_key_of(message json) returns text', 'function'],
])('%s is no migration that older processes could live with', (sql, told) => {
  expect(hindersOlder('0099_any', `await sql\`${sql}\``).join()).toContain(told);
  expect(hindersOlder('0099_contract_0098_any', sql)).toEqual([]);
});

test.each([
  'alter table runs add column place int not null default 0',
  'alter table runs add column place int check (place > 0)',
  'create table things (id uuid primary key, name text not null); create unique index things_by_name on things (name)',
  'create index runs_by_place on runs (place)',
  '-- drop table runs\n create sequence places',
  'alter table runs alter column response drop not null',
])('%s is one', (sql) => {
  expect(hindersOlder('0099_any', sql)).toEqual([]);
});

test('a contraction says beside which processes it may be', () => {
  expect(leastBeside('0015_contract_0012_old_places')).toBe('0012');
  expect(leastBeside('0015_contracts')).toBeUndefined();
});
