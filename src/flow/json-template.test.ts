import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkJsonTemplate, fillJsonTemplate } from './json-template.ts';
import { textForm } from './text-form.ts';

const fill = (template: string, values: Record<string, unknown>): string =>
  fillJsonTemplate(template, (placeholder) => values[placeholder]);

describe('fillJsonTemplate', () => {
  test.each([
    ['{"a": {{{v}}}}', 'A "quoted" \\ text', '{"a": "A \\"quoted\\" \\\\ text"}'],
    ['{"a": "Hi {{{v}}}!"}', 'A "quoted" \\ text\n', '{"a": "Hi A \\"quoted\\" \\\\ text\\n!"}'],
    ['{"a": {{{v}}}}', 12.5, '{"a": 12.5}'],
    ['{"a": "{{{v}}}"}', 12.5, '{"a": "12.5"}'],
    ['{"a": {{{v}}}}', undefined, '{"a": null}'],
    ['{"a": "{{{v}}}"}', undefined, '{"a": ""}'],
    ['{"a": {{{v}}}}', [{ b: 1 }], '{"a": [{"b":1}]}'],
    ['{"a": "{{{v}}}"}', [{ b: 1 }], '{"a": "[{\\"b\\":1}]"}'],
    ['{{{v}}}', { a: null }, '{"a":null}'],
    ['{"{{{v}}}": 1}', 'a"b', '{"a\\"b": 1}'],
    ['{"a\\"": {{{v}}}, "b\\\\": "{{{v}}}"}', 'x', '{"a\\"": "x", "b\\\\": "x"}'],
    ['[{{{v}}},"{{{v}}}"]', '{{{v}}}', '["{{{v}}}","{{{v}}}"]'],
    ['[{{{v}}},"{{{v}}}"]', Number.NaN, '[null,"NaN"]'],
    ['[{{{v}}},"{{{v}}}"]', new Date(0), '["1970-01-01T00:00:00.000Z","1970-01-01T00:00:00.000Z"]'],
  ])('%s with %j', (template, value, filled) => {
    expect(fill(template, { v: value })).toBe(filled);
  });

  /** A template with its values, and what it must mean. */
  type Case = { template: string; values: unknown[]; meaning: unknown };

  const anyValue = fc
    .oneof(
      fc.jsonValue({ stringUnit: 'binary' }),
      fc.constantFrom(undefined, '"', '\\', '\\"', '{{{0}}}', '\u2028'),
    )
    // What JSON itself cannot hold (-0) is no matter of templates.
    .map((value) => (value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)));
  const hole = anyValue.map((value): Case => ({ template: '\0', values: [value], meaning: value ?? null }));
  const literal = fc
    .array(fc.oneof(fc.record({ text: fc.string({ unit: 'binary' }) }), fc.record({ value: anyValue })))
    .map((parts): Case => {
      const inside = parts.map((part) => ('text' in part ? JSON.stringify(part.text).slice(1, -1) : '\0'));
      return {
        template: `"${inside.join('')}"`,
        values: parts.flatMap((part) => ('text' in part ? [] : [part.value])),
        meaning: parts.map((part) => ('text' in part ? part.text : textForm(part.value))).join(''),
      };
    });
  const plain = fc
    .constantFrom(1, true, null)
    .map((value): Case => ({ template: String(value), values: [], meaning: value }));
  const { json } = fc.letrec<{ json: Case; list: Case; object: Case }>((tie) => ({
    json: fc.oneof({ maxDepth: 4 }, hole, literal, plain, tie('list'), tie('object')),
    list: fc.array(tie('json'), { maxLength: 4 }).map((items) => ({
      template: `[ ${items.map((item) => item.template).join(' ,')}]`,
      values: items.flatMap((item) => item.values),
      meaning: items.map((item) => item.meaning),
    })),
    object: fc.array(fc.tuple(literal, tie('json')), { maxLength: 4 }).map((members) => ({
      template: `{${members.map(([key, value]) => `${key.template}: ${value.template}`).join(', ')} }`,
      values: members.flatMap(([key, value]) => [...key.values, ...value.values]),
      meaning: Object.fromEntries(members.map(([key, value]) => [key.meaning as string, value.meaning])),
    })),
  }));
  /** Numbers the holes in order. A raw NUL stands in no JSON text, so it can mark them. */
  const numbered = ({ template }: Case): string => {
    let count = 0;
    return template.replaceAll('\0', () => `{{{${String(count++)}}}}`);
  };

  test('a valid template becomes the JSON it means, whatever the values hold', () => {
    fc.assert(
      fc.property(json, (example) => {
        const filled = fillJsonTemplate(
          numbered(example),
          (placeholder) => example.values[Number(placeholder)],
        );
        expect(JSON.parse(filled)).toEqual(example.meaning);
      }),
      { numRuns: 500 },
    );
  });

  test('such a template checks as valid', () => {
    fc.assert(
      fc.property(json, (example) => {
        expect(checkJsonTemplate(numbered(example)).ok).toBe(true);
      }),
    );
  });
});

describe('checkJsonTemplate', () => {
  test.each([
    ['{"a": {{{m1}}}, }', 14],
    ['{"a": {{{m1}}} "b": 1}', 15],
    ['{"a": "{{{m1}}}', 15],
    ['{ {{{m1}}}: 1}', 2],
    ['[1{{{m1}}}]', 2],
    ['[-{{{m1}}}]', 1],
  ])('%s is wrong at character %i of the template', (template, offset) => {
    expect(checkJsonTemplate(template)).toMatchObject({ ok: false, offset, line: 1, column: offset + 1 });
  });
});
