import { expect, test } from 'vitest';
import { fieldsOfValue } from '../../../flow/example.ts';
import type { VariableGroup } from '../../../flow/variables.ts';
import { offeredGroups, openAtFirst, treeRows } from './variable-row.ts';
import { indexVariables, searchVariables } from './variable-search.ts';

const payload = {
  action: 'opened',
  issue: { title: 'Spelling error', labels: [{ name: 'bug' }, { name: 'docs' }], user: { login: 'octocat' } },
};

function group(id: string, distance: number, ports: VariableGroup['ports']): VariableGroup {
  return { componentId: id, label: `Component ${id}`, type: 'appmixer.utils.http.Post', distance, ports };
}

const wrapped = (value: unknown) => fieldsOfValue({ data: value });
const event = group('t1', 1, [{ port: 'out', fields: wrapped(payload) }]);
const constants = [{ name: 'g_now', label: 'Now', description: 'The time' }];

test('the nearest component stands open down to where a choice begins', () => {
  const far = group('t0', 2, [{ port: 'out', fields: wrapped({ a: 1, b: 2 }) }]);
  const rows = treeRows([event, far], constants, openAtFirst([event, far]));
  expect(rows.map(({ level, label }) => [level, label])).toEqual([
    [1, 'Component t1'],
    [2, 'data'],
    [3, 'action'],
    [3, 'issue'],
    [1, 'Component t0'],
    [1, 'This run'],
  ]);
  expect(rows[2]?.reference).toEqual({ variable: '$.t1.out.data.action', functions: [] });
});

test('several ports have rows of their own, and silent ones are left out', () => {
  const branching = group('c1', 1, [
    { port: 'true', fields: [] },
    { port: 'other', fields: wrapped(1) },
    { port: 'unknown', fields: [], open: true },
  ]);
  const silent = group('c2', 2, [{ port: 'false', fields: [] }]);
  expect(offeredGroups([branching, silent]).map(({ componentId }) => componentId)).toEqual(['c1']);
  const rows = treeRows([branching, silent], [], new Set(['c1']));
  expect(rows.map(({ kind, label }) => [kind, label])).toEqual([
    ['component', 'Component c1'],
    ['port', 'other'],
    ['port', 'unknown'],
  ]);
});

test('a constant is a reference to a modifier that needs no value', () => {
  const rows = treeRows([], constants, new Set(['constants']));
  expect(rows[1]).toMatchObject({ label: 'Now', reference: { functions: [{ name: 'g_now' }] } });
});

test('a search goes over names, paths and samples, and lists matches under their component', () => {
  const index = indexVariables([event], constants);
  const labels = (query: string) =>
    searchVariables(index, query).map(({ label, trail }) => [label, trail ?? '']);
  expect(labels('octocat')).toEqual([
    ['Component t1', ''],
    ['login', 'data.issue.user'],
  ]);
  expect(labels('issue login')).toEqual([
    ['Component t1', ''],
    ['login', 'data.issue.user'],
  ]);
  expect(labels('now')[0]).toEqual(['This run', '']);
  expect(labels('no such thing')).toEqual([]);
});

test('a match in the name itself comes before one further up the path, the shallower before the deeper', () => {
  const index = indexVariables(
    [group('t', 1, [{ port: 'out', fields: wrapped({ user: { id: 1 }, x: { user: 2 } }) }])],
    [],
  );
  expect(searchVariables(index, 'user').map(({ key }) => key)).toEqual([
    't',
    '$.t.out.data.user',
    '$.t.out.data.x.user',
    '$.t.out.data.user.id',
  ]);
  const twice = indexVariables(
    [group('t', 1, [{ port: 'out', fields: wrapped({ a: { id: 1 }, id: 2 }) }])],
    [],
  );
  expect(searchVariables(twice, 'id').map(({ key }) => key)).toEqual([
    't',
    '$.t.out.data.id',
    '$.t.out.data.a.id',
  ]);
});

test('the field that holds exactly what is searched for comes before those that merely contain it', () => {
  const fields = wrapped({ url: 'https://example.com/bug', name: 'bug' });
  const index = indexVariables([group('t', 1, [{ port: 'out', fields }])], []);
  expect(searchVariables(index, 'bug')[1]?.label).toBe('name');
  expect(searchVariables(index, 'data.name')[1]?.label).toBe('name');
});

test('ten thousand fields are laid out and searched without a noticeable wait', () => {
  const big = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field_${at}`, at]));
  const groups = [group('t', 1, [{ port: 'out', fields: wrapped(big) }])];
  const before = process.cpuUsage();
  expect(treeRows(groups, [], openAtFirst(groups))).toHaveLength(10_002);
  const index = indexVariables(groups, []);
  expect(searchVariables(index, 'field_9999')).toHaveLength(2);
  // Generous on purpose: this guards against quadratic work, not against a slow machine.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
});
