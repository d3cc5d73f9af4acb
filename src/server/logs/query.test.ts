import { expect, test } from 'vitest';
import { parseLogQuery } from './query.ts';

const term = (text: string, field?: string, negated = false) => ({ field, text, negated });

test.each([
  [undefined, []],
  ['*', []],
  ['word', [term('word')]],
  ['a AND (b)', [term('a'), term('b')]],
  ['flowId:"a b" NOT severity:error', [term('a b', 'flowId'), term('error', 'severity', true)]],
  ['-port:out +port:in', [term('out', 'port', true), term('in', 'port')]],
  ['"say \\"hi\\""', [term('say "hi"')]],
  ['@timestamp:2026*', [term('2026*', '@timestamp')]],
])('%s', (query, terms) => {
  expect(parseLogQuery(query)).toEqual(terms);
});
