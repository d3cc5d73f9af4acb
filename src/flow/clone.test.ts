import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cloneDescriptor } from './clone.ts';
import type { Descriptor } from './descriptor.ts';
import { linksOf } from './graph.ts';
import { node } from './testing/flow.ts';
import { anyEditedFlow } from './testing/gestures.ts';

const flow: Descriptor = {
  t1: node('onEvent', {}, { config: { properties: { example: '{{{$.t1.out}}}' } } }),
  a1: node(
    'post',
    {
      t1: [
        'out',
        {
          type: 'json2new',
          modifiers: {
            url: {
              m1: { variable: '$.t1.out.data["$.t1.x"]', functions: [{ name: 'g_first' }] },
              m2: { functions: [{ name: 'g_now' }] },
            },
          },
          lambda: { url: '{{{m1}}}', body: { list: ['to {{{$.t1.out.data.id}}} and {{{$.other.out.x}}}'] } },
        },
      ],
      gone: ['out'],
    },
    { manifest: { t1: 't1' } },
  ),
};

const wizard = {
  title: 'Set up',
  fields: [
    { type: 'inspectorField', source: 't1.config.properties.event' },
    { type: 'inspectorField', source: 'a1.config.transform.in.t1.out.lambda.url' },
    { type: 'inspectorFieldset', source: 'a1.config.transform.in.t1.out' },
    { type: 'account', attrs: { service: 'x:y', components: ['a1', 'nobody'] } },
    { type: 'text', source: 't1 is a name', attrs: { text: 't1' } },
    'odd',
  ],
};

const clone = cloneDescriptor(flow, wizard, (id) => `new-${id}`);

test('renames components, senders and mappings', () => {
  expect(Object.keys(clone.descriptor)).toEqual(['new-t1', 'new-a1']);
  expect(clone.idMap).toEqual({ t1: 'new-t1', a1: 'new-a1' });
  expect(clone.descriptor['new-a1']!.source).toEqual({ in: { 'new-t1': ['out'], gone: ['out'] } });
  expect(Object.keys(clone.descriptor['new-a1']!.config!.transform!['in']!)).toEqual(['new-t1', 'gone']);
  expect(clone.descriptor['new-a1']!['manifest']).toEqual({ t1: 't1' });
});

test('renames variables as data and as the text of old documents, and nothing that only looks alike', () => {
  const mapping = clone.descriptor['new-a1']!.config!.transform!['in']!['new-t1']!['out'];
  expect(mapping).toEqual({
    type: 'json2new',
    modifiers: {
      url: {
        m1: { variable: '$.new-t1.out.data["$.t1.x"]', functions: [{ name: 'g_first' }] },
        m2: { functions: [{ name: 'g_now' }] },
      },
    },
    lambda: { url: '{{{m1}}}', body: { list: ['to {{{$.new-t1.out.data.id}}} and {{{$.other.out.x}}}'] } },
  });
  expect(clone.descriptor['new-t1']!.config).toEqual(flow['t1']!.config);
});

test('renames what wizard fields point at', () => {
  expect(clone.wizard).toEqual({
    title: 'Set up',
    fields: [
      { type: 'inspectorField', source: 'new-t1.config.properties.event' },
      { type: 'inspectorField', source: 'new-a1.config.transform.in.new-t1.out.lambda.url' },
      { type: 'inspectorFieldset', source: 'new-a1.config.transform.in.new-t1.out' },
      { type: 'account', attrs: { service: 'x:y', components: ['new-a1', 'nobody'] } },
      { type: 'text', source: 't1 is a name', attrs: { text: 't1' } },
      'odd',
    ],
  });
  expect(cloneDescriptor({}, { fields: 'none' }, (id) => id).wizard).toEqual({ fields: 'none' });
});

test('leaves a lambda deeper than anything runs as it is', () => {
  let deep: unknown = '{{{$.t1.out}}}';
  for (let level = 0; level < 50_000; level++) deep = [deep];
  const mapping = { lambda: { body: deep } };
  const cloned = cloneDescriptor({ t1: node('post', { t1: ['out', mapping] }) }, {}, () => 'x');
  expect(cloned.descriptor['x']!.source).toEqual({ in: { x: ['out'] } });
});

test('there and back again gives the same flow, and no old id stays', () => {
  fc.assert(
    fc.property(anyEditedFlow, (original) => {
      const there = cloneDescriptor(original, {}, (id) => `~${id}~`);
      const text = JSON.stringify(linksOf(there.descriptor));
      for (const id of Object.keys(original)) expect(text).not.toContain(`"${id}"`);
      const back = cloneDescriptor(there.descriptor, {}, (id) => id.slice(1, -1));
      expect(JSON.stringify(back.descriptor)).toBe(JSON.stringify(original));
    }),
  );
});
