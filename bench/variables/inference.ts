import { createSchema } from 'genson-js';
import toJsonSchema from 'to-json-schema';
import { fieldsOfValue } from '../../src/flow/example.ts';
import type { Field } from '../../src/flow/fields.ts';
import { parseJsonText } from '../../src/flow/json-text.ts';
import { median } from '../support/stats.ts';
import { figure, ratio, table } from '../support/table.ts';
import { orders } from './examples.ts';

/** From a JSON text to what is in it; each reads the text itself. */
const readers: [name: string, read: (text: string) => unknown][] = [
  ['JSON.parse', (text) => JSON.parse(text)],
  ['ours, first level', (text) => fieldsOf(text)],
  ['ours, whole tree', (text) => countOf(fieldsOf(text))],
  ['genson-js', (text) => createSchema(JSON.parse(text))],
  ['to-json-schema', (text) => toJsonSchema(JSON.parse(text) as object)],
];

/** Times the readers in turns, so that each meets the machine in the same moments. */
export function inferenceTable(sizes: number[], rounds: number): string {
  const rows = sizes.map((size) => {
    const text = orders(size);
    const times = readers.map((): number[] => []);
    for (let round = 0; round <= rounds; round += 1) {
      for (const [index, [, read]] of readers.entries()) {
        const began = performance.now();
        read(text);
        // The first round warms them up.
        if (round > 0) times[index]!.push(performance.now() - began);
      }
    }
    const [parse = 0, first = 0, ours = 0, genson = 0, toJson = 0] = times.map(median);
    return [
      `${figure(size / 1000)} kB`,
      ...[parse, first, ours, genson, toJson].map((time) => `${figure(time, 1)} ms`),
      ratio(ours, parse),
      ratio(ours, genson),
      ratio(ours, toJson),
    ];
  });
  return table(
    ['inference', ...readers.map(([name]) => name), 'whole ÷ JSON.parse', '÷ genson-js', '÷ to-json-schema'],
    rows,
  );
}

/** Looks at every field, which is when the tree reads it. */
function countOf(fields: Field[]): number {
  return fields.reduce((count, { children = [] }) => count + 1 + countOf(children), 0);
}

function fieldsOf(text: string): Field[] {
  const parsed = parseJsonText(text);
  if (!parsed.ok) throw new Error('The example is not JSON.');
  return fieldsOfValue(parsed.value);
}
