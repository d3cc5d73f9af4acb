import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { incoming, linksOf } from '../../../flow/graph.ts';
import { catalogue } from '../../catalogue.ts';
import { type OutlineRow, outlineRows } from './outline-rows.ts';

const types = {
  start: 'appmixer.utils.controls.OnStart',
  check: 'appmixer.utils.controls.Condition',
  post: 'appmixer.utils.http.Post',
};
const node = (type: keyof typeof types, ...from: [string, string][]): FlowNode => ({
  type: types[type],
  x: 0,
  y: 0,
  source: { in: Object.fromEntries(from.map(([id, port]) => [id, [port]])) },
});

/** As one would read it: "  true:" for a branch, "+" what else leads in, ">" what it goes on to elsewhere. */
function told(descriptor: Descriptor): string[] {
  return outlineRows(descriptor, catalogue).map((row) => {
    const indent = '  '.repeat(row.level - 1);
    if (row.kind === 'branch') {
      return `${indent}${row.outPort}:${row.leadsElsewhere ? ` > ${row.link?.to}` : ''}`;
    }
    const others = row.alsoFrom.map(({ from, outPort }) => ` + ${from}.${outPort}`).join('');
    return `${indent}${row.id}${others}${row.goesOnTo.map(({ to }) => ` > ${to}`).join('')}`;
  });
}

test('a chain stays on one level', () => {
  const chain = { s: node('start'), a: node('post', ['s', 'out']), b: node('post', ['a', 'response']) };
  expect(told(chain)).toEqual(['s', 'a', 'b']);
});

test('each branch is called by its port; an empty one is there too', () => {
  const flow = { s: node('start'), c: node('check', ['s', 'out']), a: node('post', ['c', 'true']) };
  expect(told(flow)).toEqual(['s', 'c', '  true:', '    a', '  false:']);
});

test('where branches meet again, the list goes on below them', () => {
  const flow = {
    s: node('start'),
    c: node('check', ['s', 'out']),
    join: node('post', ['a', 'response'], ['b', 'response']),
    last: node('post', ['join', 'response']),
    a: node('post', ['c', 'true']),
    b: node('post', ['c', 'false']),
  };
  expect(told(flow)).toEqual([
    's',
    'c',
    '  true:',
    '    a > join',
    '  false:',
    '    b > join',
    'join + a.response + b.response',
    'last',
  ]);
});

test('a branch that leads straight to where they meet says so', () => {
  const flow = {
    c: node('check'),
    a: node('post', ['c', 'true']),
    join: node('post', ['c', 'false'], ['a', 'response']),
  };
  expect(told(flow)).toEqual([
    'c',
    '  true:',
    '    a > join',
    '  false: > join',
    'join + c.false + a.response',
  ]);
});

test('several ways out of one port are a branch each', () => {
  const flow = { s: node('start'), a: node('post', ['s', 'out']), b: node('post', ['s', 'out']) };
  expect(told(flow)).toEqual(['s', '  out:', '    a', '  out:', '    b']);
});

test('two triggers of one component come before it', () => {
  const flow = { p: node('post', ['s', 'out'], ['t', 'out']), s: node('start'), t: node('start') };
  expect(told(flow)).toEqual(['s > p', 't > p', 'p + s.out + t.out']);
});

test('a new component goes into the link behind, into a branch, or to a port that leads nowhere yet', () => {
  const flow = { s: node('start'), c: node('check', ['s', 'out']), a: node('post', ['c', 'true']) };
  const gaps = Object.fromEntries(outlineRows(flow, catalogue).map((row) => [row.key, row.gap]));
  expect(gaps['component s']).toEqual({
    kind: 'on',
    link: { from: 's', outPort: 'out', to: 'c', inPort: 'in' },
  });
  expect(gaps['component c']).toEqual({ kind: 'after', from: 'c', outPort: 'false' });
  expect(gaps['component a']).toEqual({ kind: 'after', from: 'a', outPort: 'response' });
});

test('the size of each set of rows and the place in it', () => {
  const flow = { s: node('start'), c: node('check', ['s', 'out']), a: node('post', ['c', 'true']) };
  const places = outlineRows(flow, catalogue).map((row) => [row.level, row.position, row.siblings]);
  expect(places).toEqual([
    [1, 1, 2],
    [1, 2, 2],
    [2, 1, 2],
    [3, 1, 1],
    [2, 2, 2],
  ]);
});

test('a chain of 20,000 is listed at once', () => {
  const long: Descriptor = { n0: node('post') };
  for (let index = 1; index < 20_000; index++)
    long[`n${index}`] = node('post', [`n${index - 1}`, 'response']);
  expect(outlineRows(long, catalogue)).toHaveLength(20_000);
});

test('of any flow, every component comes once, behind all upstream of it, and no link is untold', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 16 }), (senders) => {
      const flow = randomFlow(senders);
      const rows = outlineRows(flow, catalogue);
      const places = placesOf(rows);
      expect([...places.keys()].sort()).toEqual(Object.keys(flow).sort());
      for (const { from, to } of linksOf(flow)) expect(places.get(from)!).toBeLessThan(places.get(to)!);
      const untold = rows.flatMap((row) =>
        row.kind === 'component' ? [incoming(flow, row.id).length - row.alsoFrom.length] : [],
      );
      expect(Math.max(0, ...untold)).toBeLessThanOrEqual(1);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }),
  );
});

test('a cycle is listed too', () => {
  const flow = { a: node('post', ['b', 'response']), b: node('post', ['a', 'response']) };
  expect(told(flow)).toEqual(['a + b.response', 'b > a']);
});

/** Each component listens to some of those before it. */
function randomFlow(senders: number[][]): Descriptor {
  const flow: Descriptor = {};
  for (const [index, from] of senders.entries()) {
    const links = index === 0 ? [] : from.map((sender): [string, string] => [`n${sender % index}`, 'true']);
    flow[`n${index}`] = node('check', ...links);
  }
  return flow;
}

function placesOf(rows: OutlineRow[]): Map<string, number> {
  return new Map(rows.flatMap((row, index) => (row.kind === 'component' ? [[row.id, index]] : [])));
}
