import { createSchema } from 'genson-js';
import toJsonSchema from 'to-json-schema';
import { fieldsOfValue } from '../../src/flow/example.ts';
import { parseJsonText } from '../../src/flow/json-text.ts';
import { median } from '../support/stats.ts';
import { figure, ratio, table } from '../support/table.ts';
import { orders } from './examples.ts';

/** From a JSON text to what is in it; each reads the text itself. */
const readers: [name: string, read: (text: string) => unknown][] = [
  ['JSON.parse', (text) => JSON.parse(text)],
  ['ours', (text) => fieldsOf(text)],
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
    const [parse = 0, ours = 0, genson = 0, toJson = 0] = times.map(median);
    return [
      `${figure(size / 1000)} kB`,
      ...[parse, ours, genson, toJson].map((time) => `${figure(time, 1)} ms`),
      ratio(ours, parse),
      ratio(ours, genson),
      ratio(ours, toJson),
    ];
  });
  return table(
    ['inference', ...readers.map(([name]) => name), '÷ JSON.parse', '÷ genson-js', '÷ to-json-schema'],
    rows,
  );
}

function fieldsOf(text: string): unknown {
  const parsed = parseJsonText(text);
  if (!parsed.ok) throw new Error('The example is not JSON.');
  return fieldsOfValue(parsed.value);
}
