import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readAgreement } from './agreement.ts';
import { typeScriptOf } from './typescript.ts';

const written = (schema: unknown, event = 'order') => typeScriptOf(event, readAgreement(schema).agreement);

test('an event name closes no comment', () => {
  const text = written({ type: 'string' }, 'x */ evil(); /*');
  expect(text.split('\n')[0]).toMatch(/^\/\*\*(?:(?!\*\/).)*\*\/$/);
});

test('nothing fits an enumeration of nothing', () => {
  expect(written({ enum: [] })).toContain('export type Order = never;');
  expect(written(false)).toContain('= never;');
});

test('what several places refer to has a name of its own, and may refer to itself', () => {
  const schema = {
    type: 'object',
    properties: { billing: { $ref: '#/$defs/address' }, shipping: { $ref: '#/$defs/address' } },
    $defs: { address: { type: 'object', properties: { parent: { $ref: '#/$defs/address' } } } },
  };
  expect(written(schema)).toBe(
    [
      '/** Data of the app event "order". */',
      'export type Order = {\n  billing?: OrderAddress;\n  shipping?: OrderAddress;\n};\n',
      'export type OrderAddress = {\n  parent?: OrderAddress;\n};\n',
    ].join('\n'),
  );
});

test('whatever the schema, it is TypeScript', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-types-'));
  const schemas = [
    {
      allOf: [
        { type: 'object', properties: { a: {} } },
        { anyOf: [{ required: ['a'] }, { type: 'string' }] },
      ],
    },
    {
      type: 'array',
      items: { anyOf: [{ type: 'object', properties: { a: {} } }, { enum: ['a b | c', 1] }] },
    },
    { type: ['array', 'null'], items: { type: 'array', items: { type: ['string', 'null'] } } },
    { properties: { 'a*/b': { const: '*/' } } },
    { type: 'array', items: { $ref: '#' } },
    { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#' } }] },
    false,
  ];
  try {
    const file = path.join(folder, 'events.ts');
    await writeFile(file, schemas.map((schema, index) => written(schema, `e${index} */ evil();`)).join('\n'));
    const compiler = path.resolve('node_modules/typescript/bin/tsc');
    await expect(
      promisify(execFile)(process.execPath, [compiler, '--strict', '--noEmit', 'events.ts'], { cwd: folder }),
    ).resolves.toMatchObject({ stdout: '' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
