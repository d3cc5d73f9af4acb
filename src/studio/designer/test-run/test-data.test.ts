import { expect, test } from 'vitest';
import { appEventData, textOfData } from './test-data.ts';

const node = (properties: Record<string, unknown>) => ({
  type: 'a.b.c.D',
  x: 0,
  y: 0,
  config: { properties },
});

test.each([
  [
    { event: 'e', eventDataExample: '{"a":1}' },
    { event: 'e', example: '{"a":1}' },
  ],
  [
    { event: '', eventDataExample: '{"a":' },
    { event: undefined, example: '{}' },
  ],
  [{}, { event: undefined, example: '{}' }],
])('%j is tested with %j', (properties, data) => {
  expect(appEventData(node(properties))).toEqual(data);
});

test('a past event is laid out to be read and changed', () => {
  expect(JSON.parse(textOfData({ a: [1, null] }))).toEqual({ a: [1, null] });
  expect(textOfData({ a: { b: 1 } })).toContain('\n');
  expect(textOfData(null)).toBe('null');
});
