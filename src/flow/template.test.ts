import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPath } from './path.ts';
import { pathOfPlaceholder, placeholdersIn, splitTemplate } from './template.ts';

test.each([
  ['', []],
  ['plain {{text}} {{{}}}', [{ text: 'plain {{text}} {{{}}}' }]],
  ['{{{m1}}}', [{ placeholder: 'm1' }]],
  ['Order {{{m1}}}!', [{ text: 'Order ' }, { placeholder: 'm1' }, { text: '!' }]],
  ['{{{a}}}{{{b}}}', [{ placeholder: 'a' }, { placeholder: 'b' }]],
  ['{"a":{{{m1}}}}', [{ text: '{"a":' }, { placeholder: 'm1' }, { text: '}' }]],
  ['{{{{m1}}}', [{ text: '{' }, { placeholder: 'm1' }]],
  ['{{{open {{{m1}}}', [{ text: '{{{open ' }, { placeholder: 'm1' }]],
  ['{{{$.t.out.a b', [{ text: '{{{$.t.out.a b' }]],
  ['{{{$.t.out.data.no}}}', [{ placeholder: '$.t.out.data.no' }]],
  ['{{{$.t.out["}}} {{{"]}}}.', [{ placeholder: '$.t.out["}}} {{{"]' }, { text: '.' }]],
])('splits %j', (text, parts) => {
  expect(splitTemplate(text)).toEqual(parts);
});

test('the parts of any text put together are the text', () => {
  const pieces = fc.array(
    fc.oneof(fc.constantFrom('{', '{{{', '}', '}}}', '$.a.b', '["', '"]', '\\'), fc.string()),
  );
  fc.assert(
    fc.property(pieces, (pieces) => {
      const text = pieces.join('');
      const parts = splitTemplate(text).map((part) =>
        'text' in part ? part.text : `{{{${part.placeholder}}}}`,
      );
      expect(parts.join('')).toBe(text);
    }),
  );
});

test('the old form is found and read whatever the keys of its path hold', () => {
  const steps = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('}}}', '{{{', '"', '\\'), fc.integer()),
  );
  fc.assert(
    fc.property(steps, (steps) => {
      const path = { componentId: 't1', port: 'out', steps };
      const placeholder = formatPath(path);
      expect(splitTemplate(`a{{{${placeholder}}}}b`)).toEqual([
        { text: 'a' },
        { placeholder },
        { text: 'b' },
      ]);
      expect(pathOfPlaceholder(placeholder)).toEqual(path);
    }),
  );
});

test('a text made to be slow splits in linear time', () => {
  const started = performance.now();
  for (const bait of ['{{{', '{{{$.', '{{{$."', '{{{$."\\', '{{{$.a["']) splitTemplate(bait.repeat(40_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('placeholdersIn looks at any depth and names each once', () => {
  const lambda = {
    ADD: [{ name: '{{{a}}}', text: 'x {{{b}}} {{{a}}}' }, { deep: [['{{{c}}}']] }],
    n: 1,
    none: null,
  };
  expect(placeholdersIn(lambda)).toEqual(['a', 'b', 'c']);
  expect(placeholdersIn('{{{$.t.out.x}}}')).toEqual(['$.t.out.x']);
  let deep: unknown = '{{{bottom}}}';
  for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
  expect(placeholdersIn(deep)).toEqual(['bottom']);
});

test('a path is read from inside a JSON text, where its quotes stand escaped', () => {
  expect(pathOfPlaceholder(String.raw`$.t.out[\"odd key\"]`)).toEqual({
    componentId: 't',
    port: 'out',
    steps: ['odd key'],
  });
  expect(pathOfPlaceholder('m1')).toBeUndefined();
});
