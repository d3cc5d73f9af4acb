import { expect, test } from 'vitest';
import type { Descriptor } from '../descriptor.ts';
import { node } from '../testing/flow.ts';
import { remapReferences } from './remap-references.ts';

const flow = (path: string, old: string, other = '$.t.out.data.email'): Descriptor => ({
  t: node('onEvent'),
  p: node('post', {
    t: [
      'out',
      {
        type: 'json2new',
        lambda: { url: '{{{m}}}', json: `{"to": "{{{${old}}}}"}`, rows: { AND: [{ input: 'a {{{n}}}' }] } },
        modifiers: {
          url: { m: { variable: path, functions: [{ name: 'g_upper' }] } },
          rows: { n: { variable: other } },
        },
      },
    ],
  }),
});

const remap = (to: string, componentId = 'p') =>
  remapReferences({ remappings: [{ componentId, from: '$.t.out.data.mail', to }] });

test('references and variables written as text refer to another variable, with their modifiers', () => {
  const before = flow('$.t.out["data"].mail', '$.t.out.data.mail');
  const after = remap('$.t.out.data.contact["e mail"]').apply(before);
  expect(after).toEqual(flow('$.t.out.data.contact["e mail"]', '$.t.out.data.contact["e mail"]'));
  expect(after['t']).toBe(before['t']);
});

test('inside a JSON text the quotes of keys stay escaped', () => {
  const from = String.raw`$.t.out.data[\"mail\"]`;
  const after = remap('$.t.out.data["e mail"]').apply(flow('$.t.out.x', from));
  expect(after).toEqual(flow('$.t.out.x', String.raw`$.t.out.data[\"e mail\"]`));
});

test('another component, and what refers to nothing of the kind, stay the same object', () => {
  const before = flow('$.t.out.data.mail', '$.t.out.data.mail');
  expect(remap('$.t.out.x', 't').apply(before)).toBe(before);
  const other = flow('$.t.out.data.mailbox', '$.t.out.data.mail.box');
  expect(remap('$.t.out.x').apply(other)).toBe(other);
});
