import { expect, test } from 'vitest';
import { changed, type NamedContent, sequence } from './operation.ts';
import { renameFlow } from './rename-flow.ts';
import { setConcurrency } from './set-concurrency.ts';

const content: NamedContent = { name: 'Orders', descriptor: {}, notes: {}, concurrency: 2 };

test.each([null, 1, 10_000])('%j runs at once may be at work', (concurrency) => {
  expect(changed(content, setConcurrency({ concurrency }))).toEqual({ ...content, concurrency });
});

test.each([0, -1, 1.5, 10_001, Number.NaN, 2])('%j changes nothing', (concurrency) => {
  expect(changed(content, setConcurrency({ concurrency }))).toBe(content);
});

test('it is one step together with others, and a flow that has no such number gets one', () => {
  const operation = sequence({
    name: renameFlow({ name: '' }).name,
    operations: [renameFlow({ name: 'Invoices' }), setConcurrency({ concurrency: 3 })],
  });
  const { concurrency: _, ...without } = content;
  expect(changed(without, operation)).toEqual({ ...content, name: 'Invoices', concurrency: 3 });
  expect(changed(without, setConcurrency({ concurrency: null }))).toBe(without);
});
