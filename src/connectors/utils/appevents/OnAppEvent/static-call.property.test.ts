import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '../../../../flow/fields.ts';
import { fieldsOfOptions } from '../../../../flow/json-schema.ts';
import type { OutputOption } from '../../../../flow/manifest.ts';
import { behaviour } from './behaviour.ts';
import { outputs } from './outputs.ts';

const getWebhookUrl = () => '';

/** What clients of the interface are answered, read as they read it. */
async function publicFields(text: string): Promise<Field[]> {
  const properties = { generateOutputPortOptions: true, event: 'e', eventDataExample: text };
  const options = await behaviour.static?.({ properties, messages: {}, getWebhookUrl }, 'out');
  return fieldsOfOptions(options as OutputOption[]);
}

/** Every path with the types found there. Null alone, and an empty list's items, tell nothing in either. */
function typesByPath(fields: readonly Field[], above = '$', found = new Map<string, string>()) {
  for (const { step, types, children = [] } of fields) {
    const path = `${above}${JSON.stringify([step])}`;
    const told = types.filter((type) => type !== 'null' && type !== 'unknown').toSorted();
    // Items of which nothing is known are no field one could take.
    if (told.length > 0 || typeof step === 'string') found.set(path, told.join(' '));
    typesByPath(children, path, found);
  }
  return found;
}

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 5 }),
  // Lists whose items differ, which schemas tell by alternatives.
  fc.array(
    fc.dictionary(fc.constantFrom('a', 'b', '', '0', 'a.b'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
  ),
  fc.array(fc.array(fc.oneof(fc.integer(), fc.string(), fc.record({ a: fc.boolean() }), fc.constant(null)))),
);

test('the fields of an example are the same by the public call as by our own reading', async () => {
  await fc.assert(
    fc.asyncProperty(json, async (example) => {
      const text = JSON.stringify(example);
      const ours = outputs({ properties: { eventDataExample: text }, inputs: {} })['out']!;
      expect(typesByPath(await publicFields(text))).toEqual(typesByPath(ours));
    }),
    { numRuns: 500 },
  );
});
