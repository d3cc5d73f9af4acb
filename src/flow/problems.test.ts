import { expect, test } from 'vitest';
import type { Descriptor, Mapping } from './descriptor.ts';
import { inEnglish, message } from './messages/message.ts';
import { hindrancesOf, problemsOf, refuses } from './problems.ts';
import { testCatalogue as catalogue, types } from './testing/catalogue.ts';
import { chain, node } from './testing/flow.ts';

const event = node(
  'onEvent',
  {},
  { config: { properties: { event: 'e', example: '{"id":1,"list":[{"a":1}]}' } } },
);

function posting(mapping: Mapping): Descriptor {
  return { event, post: node('post', { event: ['out', mapping] }) };
}

function withPill(variable: string | undefined, functions: { name: string }[] = []): Descriptor {
  return posting({
    modifiers: { url: { m: { ...(variable === undefined ? {} : { variable }), functions } } },
    lambda: { url: 'http://x/{{{m}}}', bodyType: 'json' },
  });
}

/** A lone trigger with these properties. */
function setTo(properties: Record<string, unknown>): Descriptor {
  return { e: node('onEvent', {}, { config: { properties } }) };
}

function postingTo(url: string): Descriptor {
  return posting({ lambda: { url, bodyType: 'json' } });
}

function postingBody(json: string, bodyType = 'json'): Descriptor {
  const modifiers = { json: { m: { variable: '$.event.out.data.id' } } };
  return posting({ modifiers, lambda: { url: 'u', bodyType, raw: 'r', json } });
}

function deciding(expression: unknown): Descriptor {
  return { event, cond: node('condition', { event: ['out', { lambda: { expression } }] }) };
}

/** The problems of a flow: component, kind, message and field of each, or the first `parts` of these. */
function told(flow: Descriptor, parts: number) {
  return problemsOf(flow, catalogue).map(({ componentId, kind, message, place }) =>
    [componentId, kind, inEnglish(message), place.field].slice(0, parts),
  );
}

const link = { from: 'event', outPort: 'out', to: 'post', inPort: 'in' };

test('a flow that is right has none', () => {
  expect(problemsOf(withPill('$.event.out.data.list', [{ name: 'g_first' }]), catalogue)).toEqual([]);
  expect(problemsOf(withPill(undefined, [{ name: 'g_now' }]), catalogue)).toEqual([]);
  expect(problemsOf(chain(5), catalogue)).toEqual([]);
});

test('an empty flow lacks its trigger only', () => {
  expect(problemsOf({}, catalogue)).toMatchObject([
    { componentId: '', kind: 'no-trigger', place: { part: 'flow' } },
  ]);
});

test('a component that nothing feeds, and no trigger', () => {
  expect(told({ join: node('join') }, 2)).toEqual([
    ['', 'no-trigger'],
    ['join', 'not-connected'],
  ]);
});

test('required properties, where empty counts as missing', () => {
  const missing = [['e', 'missing-required', 'Event Name is required.', 'event']];
  expect(told(setTo({}), 4)).toEqual(missing);
  expect(told(setTo({ event: '' }), 4)).toEqual(missing);
  expect(told(setTo({ event: null }), 4)).toEqual(missing);
  expect(problemsOf(setTo({ event: 'e' }), catalogue)).toEqual([]);
  expect(told({ e: node('onEvent', {}, { config: undefined }) }, 4)).toEqual(missing);
});

test('required inputs of each link, as far as they show', () => {
  expect(problemsOf(posting({ lambda: { bodyType: 'json' } }), catalogue)).toEqual([
    {
      componentId: 'post',
      kind: 'missing-required',
      message: message('problem.required', { field: 'URL' }),
      place: { part: 'input', field: 'url', link },
    },
  ]);
  // Without a mapping, and with the body type of documents that do not say one.
  expect(told({ event, post: { ...node('post'), source: { in: { event: ['out'] } } } }, 4)).toEqual([
    ['post', 'missing-required', 'URL is required.', 'url'],
    ['post', 'missing-required', 'Raw body is required.', 'raw'],
  ]);
});

test('required cells in the rows of an expression', () => {
  const half = {
    AND: [
      {
        OR: [
          { input: 'a', value: 'b' },
          { input: '', operator: 'empty' },
        ],
      },
    ],
  };
  expect(told(deciding(half), 4)).toEqual([
    ['cond', 'missing-required', 'Input in row 2 of Expression is required.', 'expression'],
  ]);
  expect(told(deciding({ AND: [{ OR: [{ input: 'a' }] }] }), 3)).toEqual([
    ['cond', 'missing-required', 'Value in row 1 of Expression is required.'],
  ]);
  expect(problemsOf(deciding('nonsense'), catalogue)).toEqual([]);
});

test('patterns in the rows of an expression that cannot be matched', () => {
  const rows = [
    { input: 'a', operator: 'regex', regex: '^a+$' },
    { input: 'a', operator: 'regex', regex: '{{{x}}}(?=b)' },
    { input: 'a', operator: 'empty', regex: '(?=b)' },
  ];
  const flow = deciding({ AND: [{ OR: rows }] });
  expect(told(flow, 4)).toContainEqual([
    'cond',
    'bad-pattern',
    'Pattern in row 2 of Expression cannot be matched: the pattern uses (?=, and there is no lookaround and no backreference here.',
    'expression',
  ]);
  const bad = problemsOf(flow, catalogue).filter(({ kind }) => kind === 'bad-pattern');
  expect(bad).toMatchObject([{ place: { part: 'input', cell: { row: 1, column: 'regex' } } }]);
});

test.each([
  [
    '$.event.out.data.titel',
    'URL uses a variable that does not exist: On Event has no data.titel in its Event Data Example.',
  ],
  ['$.post.response.body', 'URL uses body of Post, which does not come before this component.'],
  ['$.gone.out.data.id', 'URL uses data.id of a component that is no longer in the flow.'],
  ['data.id', 'URL uses “data.id”, which is not the path of a variable.'],
  [undefined, 'URL holds a variable that is not defined.'],
])('broken variable %s', (variable, sentence) => {
  const problems = problemsOf(withPill(variable), catalogue);
  expect(problems).toMatchObject([{ place: { part: 'input', field: 'url', link } }]);
  expect(told(withPill(variable), 3)).toEqual([['post', 'broken-variable', sentence]]);
});

test('a variable of a component beside, not above, is broken', () => {
  const beside: Descriptor = {
    ...withPill('$.side.response.body'),
    side: node('post', { event: ['out', { lambda: { url: 'u', bodyType: 'json' } }] }),
  };
  expect(told(beside, 2)).toEqual([['post', 'broken-variable']]);
  const post = { ...beside['post']!, source: { in: { event: ['out'], side: ['response'] } } };
  const kinds = problemsOf({ ...beside, post }, catalogue).map(({ kind }) => kind);
  expect(kinds).not.toContain('broken-variable');
});

test('placeholders without an entry, and those of old documents', () => {
  expect(told(postingTo('{{{nowhere}}}'), 4)).toEqual([
    ['post', 'broken-variable', 'URL holds a variable that is not defined.', 'url'],
  ]);
  expect(problemsOf(postingTo('{{{$.event.out.data.list[0].a}}}'), catalogue)).toEqual([]);
  expect(told(postingTo('{{{$.event.out.data.list[0].b}}}'), 2)).toEqual([['post', 'broken-variable']]);
});

test('an unknown modifier, also in a field that does not show', () => {
  expect(told(withPill('$.event.out.data.id', [{ name: 'constructor' }]), 4)).toEqual([
    ['post', 'unknown-modifier', 'URL uses the modifier constructor, which is not installed.', 'url'],
  ]);
  const hidden = posting({
    modifiers: { raw: { m: { variable: '$.gone.out', functions: [{ name: 'g_no' }] } } },
    lambda: { url: 'u', bodyType: 'json', raw: '{{{m}}}' },
  });
  expect(told(hidden, 2)).toEqual([['post', 'unknown-modifier']]);
});

test('an unknown component is named, and references into it are taken on trust', () => {
  const flow: Descriptor = {
    event,
    old: { ...node('join', { event: ['out'] }), type: 'vendor.of.old.Thing' },
    post: node('post', {
      old: [
        'result',
        {
          modifiers: { url: { m: { variable: '$.old.result.x' } } },
          lambda: { url: '{{{m}}}', bodyType: 'json' },
        },
      ],
    }),
  };
  expect(told(flow, 4)).toEqual([
    ['old', 'unknown-component', 'The component vendor.of.old.Thing is not installed.', undefined],
  ]);
});

test('an example that is no JSON, with its place; an empty one is fine', () => {
  const [problem, ...others] = problemsOf(setTo({ event: 'e', example: '{\n  "a": 1,\n}' }), catalogue);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ kind: 'bad-example', place: { part: 'properties', field: 'example' } });
  expect(inEnglish(problem!.message)).toMatch(/^Event Data Example is not valid JSON at line 2, column 9: ./);
  expect(problemsOf(setTo({ event: 'e', example: '  ' }), catalogue)).toEqual([]);
});

test('a JSON template is checked with its variables in place, when it shows', () => {
  expect(problemsOf(postingBody('{"a":{{{m}}},"b":"x {{{m}}}"}'), catalogue)).toEqual([]);
  expect(told(postingBody('{"a":{{{m}}} {{{m}}}}'), 2)).toEqual([['post', 'malformed-mapping']]);
  const [unclosed] = problemsOf(postingBody('{"a":{{{m}}}'), catalogue);
  expect(inEnglish(unclosed!.message)).toMatch(/^Body is not valid JSON at line 1, column 13: ./);
  expect(problemsOf(postingBody('{', 'raw'), catalogue)).toEqual([]);
});

test('an in port or out port that does not exist', () => {
  const stray: Descriptor = {
    event,
    join: {
      ...node('join', { event: ['out'] }),
      config: { transform: { into: { event: { out: {} } } } },
    },
  };
  expect(told(stray, 4)).toEqual([
    ['join', 'malformed-mapping', 'There is no input “into” to connect to or to fill.', undefined],
  ]);
  expect(told({ event, join: node('join', { event: ['done'] }) }, 3)).toEqual([
    ['join', 'malformed-mapping', 'On Event has no output “done”.'],
  ]);
  expect(told({ event: { ...event, source: { in: { event: ['out'] } } } }, 2)).toEqual([
    ['event', 'malformed-mapping'],
  ]);
});

test('the mapping of a link that is gone keeps nothing from starting', () => {
  const flow = posting({ lambda: { url: 'u', bodyType: 'json' } });
  flow['post']!.config!.transform!['in']!['before'] = { out: { lambda: { url: '{{{lost}}}' } } };
  expect(problemsOf(flow, catalogue)).toEqual([]);
});

test('an Event Data Example that is not JSON is told before publishing, and the flow can run all the same', () => {
  const flow = { event: { ...event, config: { properties: { event: 'x', example: '{"no": ' } } } };
  expect(problemsOf(flow, catalogue)).toMatchObject([{ kind: 'bad-example' }]);
  expect(hindrancesOf(flow, catalogue)).toEqual([]);
  expect(problemsOf(flow, catalogue).every(refuses)).toBe(true);
});

test('problems come in the order of the flow', () => {
  const flow: Descriptor = {
    z: node('post', { a: ['response'] }),
    a: node('post', { event: ['out'] }),
    event: { ...event, config: {} },
  };
  const ids = problemsOf(flow, catalogue).map(({ componentId }) => componentId);
  expect([...new Set(ids)]).toEqual(['event', 'a', 'z']);
});

test('5,000 components, each with a variable of the first', () => {
  const mapping: Mapping = {
    modifiers: { text: { m: { variable: '$.n0.out.data.id' } } },
    lambda: { text: '{{{m}}}' },
  };
  const flow = chain(5000);
  for (const [index, id] of Object.keys(flow).entries()) {
    if (index > 0) flow[id] = node('join', { [`n${index - 1}`]: ['out', mapping] });
  }
  expect(flow['n1']!.type).toBe(types.join);
  const started = performance.now();
  expect(problemsOf(flow, catalogue)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(3000);
});
