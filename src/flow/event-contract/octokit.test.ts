import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import webhooks from '@octokit/webhooks-examples';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { fieldsOfValue } from '../example.ts';
import { fieldAt } from '../field-at.ts';
import type { PathStep } from '../fields.ts';
import { formatPath, parsePath, resolvePath } from '../path.ts';
import { readAgreement } from './agreement.ts';
import { mergeShapes } from './merge-shapes.ts';
import { shapeOf } from './observe.ts';
import { schemaOfShape } from './schema-of-shape.ts';
import { typeName, typeScriptOf } from './typescript.ts';

/** What a real product sends: the payloads of GitHub's webhooks, by event. */
const events = (webhooks as unknown as { name: string; examples: object[] }[]).map(
  ({ name, examples }) => [name, examples] as const,
);

// One for all: what takes it longest is to read what a schema is.
const ajv = new Ajv2020({ strict: false });
(addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);

const agreementOf = (examples: readonly object[]) =>
  readAgreement(
    schemaOfShape(examples.map((example) => shapeOf(example, { keepValues: true })).reduce(mergeShapes)),
  ).agreement;

test('all 329 payloads are here', () => {
  expect(events.reduce((count, [, examples]) => count + examples.length, 0)).toBe(329);
});

test.each(events)('%s: every leaf is picked by its path and resolves to its value', (_name, examples) => {
  for (const example of examples) {
    const fields = fieldsOfValue(example);
    const scope = { github: { out: { data: example } } };
    // An `expect` for each of so many would be most of their cost.
    const lost = leavesOf(example, []).filter(({ steps, value }) => {
      const text = formatPath({ componentId: 'github', port: 'out', steps: ['data', ...steps] });
      return resolvePath(scope, parsePath(text)!) !== value || !fieldAt({ fields }, steps).found;
    });
    expect(lost).toEqual([]);
  }
});

test.each(events)('%s: merged, every payload is valid against the schema', (_name, examples) => {
  const shape = examples.map((example) => shapeOf(example, { keepValues: true })).reduce(mergeShapes);
  const validate = ajv.compile(schemaOfShape(shape));
  for (const example of examples) expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
});

test('a TypeScript program that sends these payloads is accepted by the compiler, one that does not is not', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-types-'));
  try {
    const some = events.filter((_, index) => index % 6 === 0);
    const types = some.map(([name, examples]) => typeScriptOf(name, agreementOf(examples)));
    const uses = some.map(
      ([name, examples], index) =>
        `export const use${index}: ${typeName(name)}[] = ${JSON.stringify(examples)};`,
    );
    const wrong = `// @ts-expect-error a number is no payload\nexport const wrong: ${typeName(some[0]![0])} = 7;`;
    await writeFile(path.join(folder, 'events.ts'), [...types, ...uses, wrong].join('\n'));
    const compiler = path.resolve('node_modules/typescript/bin/tsc');
    await expect(
      promisify(execFile)(process.execPath, [compiler, '--strict', '--noEmit', 'events.ts'], { cwd: folder }),
    ).resolves.toMatchObject({ stdout: '' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

function leavesOf(value: unknown, steps: PathStep[]): { steps: PathStep[]; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ steps, value }];
  const inner: [PathStep, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : Object.entries(value);
  return inner.flatMap(([step, item]) => leavesOf(item, [...steps, step]));
}
