import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastedAsItIs, pastedDocument, pastedInto } from './pasted-json.ts';

const example = JSON.stringify(
  Array.from({ length: 600 }, (_, id) => ({ id, name: `Person ${id}`, tags: ['a', 'b'] })),
  undefined,
  2,
);

test('a fragment pasted into a long example takes the place of nothing, laid out or not', () => {
  expect(example.length).toBeGreaterThan(30_000);
  const fragments = ['{"id": 9},', '[TODO] x', '{"a": 1}, {"b": 2}', '{"id": 9', '[', '"x"'];
  for (const fragment of fragments) {
    expect(pastedAsItIs(example, fragment)).toEqual({ text: fragment, whole: false });
  }
  expect(pastedAsItIs(`${example.slice(0, -1)},]`, '{"id": 9},').whole).toBe(false);
});

test('what is pasted as it is takes the place of as much as when it is laid out', () => {
  const text = fc.oneof(
    fc.json(),
    fc.constantFrom('', ' ', '[', '{"a": 1},', '{a: 1}', '```json\n{"a": 1}\n```', "curl -d '{}' http://x"),
    fc.constantFrom(example, `${example},`, `[${'1,'.repeat(60_000)}1]`, `{"a": ${'1,'.repeat(60_000)}`),
  );
  const current = fc.option(text, { nil: undefined });
  fc.assert(
    fc.property(current, text, (before, pasted) => {
      expect(pastedAsItIs(before, pasted).whole).toBe(pastedInto(before, pasted).whole);
    }),
  );
});

const lines = (length: number) => {
  const line = `"${'x'.repeat(length - 4)}"`;
  return `[\n${Array.from({ length: 90_000 / length }, () => line).join(',\n')}\n]`;
};

/** Microseconds of the processor. */
const spent = (text: string) => {
  const before = process.cpuUsage();
  expect(pastedDocument('', text)).toBe(text);
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

test('whether a text is laid out is found out in a time that does not grow with its lines', () => {
  const [short, long] = [lines(150), lines(9_000)];
  spent(short);
  expect(spent(long)).toBeLessThan(10 * spent(short) + 100_000);
});
