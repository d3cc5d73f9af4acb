import { describe, expect, test } from 'vitest';
import { type ChangeCounts, type ComponentChange, countChanges, diffFlows } from './diff.ts';
import type { Difference } from './diff/node-differences.ts';
import { countsInWords, differenceName, differenceValues } from './diff/words.ts';
import type { Descriptor } from './descriptor.ts';
import { inEnglish } from './messages/message.ts';
import { components } from './testing/catalogue.ts';
import { node } from './testing/flow.ts';

const reference = (variable: string) => ({ m1: { variable, functions: [] } });
const postOf = (url: string, variable = '$.t.out.data.id') =>
  node('post', {
    t: ['out', { type: 'json2new', modifiers: { url: reference(variable) }, lambda: { url } }],
  });
const flow = (post = postOf('https://a')): Descriptor => ({
  t: node('onEvent', {}, { config: { properties: { event: 'created', example: '{"id":1}' } } }),
  p: post,
});

const diffDescriptors = (before: Descriptor, after: Descriptor) =>
  diffFlows({ descriptor: before, notes: {} }, { descriptor: after, notes: {} });
const changesOf = (before: Descriptor, after: Descriptor) => diffDescriptors(before, after).components;
const differencesOf = (change: ComponentChange | undefined) => change?.differences ?? [];

describe('diffFlows', () => {
  test('a move is only a move; with another change it is a change', () => {
    const moved = { ...flow(), t: { ...flow()['t']!, x: 320 } };
    expect(changesOf(flow(), moved)).toMatchObject([{ componentId: 't', kind: 'moved' }]);
    const renamed = { ...moved, t: { ...moved.t, label: 'Start' } };
    expect(changesOf(flow(), renamed)).toMatchObject([
      { componentId: 't', kind: 'changed', differences: [{ part: 'label' }, { part: 'position' }] },
    ]);
  });

  test('names each field that differs, and what fills it', () => {
    const after = flow({ ...postOf('https://b'), errorHandling: { onError: 'stopFlow' } });
    after['t'] = { ...after['t']!, config: { properties: { event: 'updated', example: '{"id":1}' } } };
    const [trigger, post] = changesOf(flow(), after);
    expect(differencesOf(trigger)).toEqual([
      { part: 'property', name: 'event', before: 'created', after: 'updated' },
    ]);
    expect(differencesOf(post)).toMatchObject([
      { part: 'input', field: 'url', before: { value: 'https://a' }, after: { value: 'https://b' } },
      { part: 'errorHandling' },
    ]);
  });

  test('another variable in the same text is a change', () => {
    const text = 'https://a/{{{m1}}}';
    const changes = changesOf(flow(postOf(text)), flow(postOf(text, '$.t.out.data.no')));
    expect(changes).toMatchObject([{ componentId: 'p', kind: 'changed' }]);
  });

  test('a component that was disabled is changed', () => {
    const [change] = changesOf(flow(), flow({ ...postOf('https://a'), disabled: true }));
    const [difference] = differencesOf(change);
    expect(inEnglish(differenceName(difference!, undefined))).toBe('Disabled');
    expect(valuesIn(difference!)).toEqual({ before: 'no', after: 'yes' });
  });

  test('a link stands for itself, with the inputs it brings; a component replaced by another is both', () => {
    const alone = { ...flow(), p: node('post') };
    expect(diffDescriptors(alone, flow())).toEqual({
      components: [],
      links: { added: [{ from: 't', outPort: 'out', to: 'p', inPort: 'in' }], removed: [] },
      notes: [],
    });
    const { t } = flow();
    const replaced: Descriptor = { t: t!, j: node('join', { t: ['out'] }) };
    expect(countChanges(diffDescriptors(flow(), replaced))).toEqual({
      changed: 0,
      added: 1,
      removed: 1,
      moved: 0,
      linksAdded: 1,
      linksRemoved: 1,
      notes: 0,
    });
  });

  test('the version the server stamps and the two spellings of a source are no difference, an unknown member is', () => {
    const after = flow();
    after['p'] = { ...after['p']!, version: '9.9.9', source: { in: { t: 'out' } } };
    expect(changesOf(flow(), after)).toEqual([]);
    after['p'] = { ...after['p'], disabled: false, colour: 'red' };
    expect(differencesOf(changesOf(flow(), after)[0])).toEqual([
      { part: 'other', name: 'colour', before: undefined, after: 'red' },
    ]);
  });
});

function valuesIn(difference: Difference) {
  const values = differenceValues(difference);
  return values && { before: inEnglish(values.before), after: inEnglish(values.after) };
}

describe('in words', () => {
  test('counts', () => {
    const none = { changed: 0, added: 0, removed: 0, moved: 0, linksAdded: 0, linksRemoved: 0, notes: 0 };
    const told = (counts: Partial<ChangeCounts>) => countsInWords({ ...none, ...counts }).map(inEnglish);
    expect(told({})).toEqual(['no changes']);
    expect(told({ changed: 2, added: 1 })).toEqual(['2 changed', '1 added']);
    expect(told({ moved: 3, linksAdded: 1, linksRemoved: 2 })).toEqual([
      '3 moved',
      '1 link added',
      '2 links removed',
    ]);
    expect(told({ notes: 1 })).toEqual(['1 note changed']);
    expect(told({ added: 1, notes: 2 })).toEqual(['1 added', '2 notes changed']);
  });

  test('fields are called as in the inspector, values show variables by their path', () => {
    const { manifest } = components.post;
    const [change] = changesOf(flow(), flow(postOf('https://a/{{{m1}}}')));
    const [difference] = differencesOf(change);
    expect(difference && differenceName(difference, manifest)).toBe('URL');
    expect(difference && differenceValues(difference)).toEqual({
      before: 'https://a',
      after: 'https://a/{{data.id}}',
    });
    expect(difference && differenceName(difference, undefined)).toBe('url');
  });

  test('what a short text cannot show is not shown', () => {
    const list = { part: 'property', name: 'rows', before: [1], after: [2] } as const;
    expect(differenceValues(list)).toBeUndefined();
    expect(valuesIn({ ...list, before: undefined, after: 5 })).toEqual({
      before: 'empty',
      after: '5',
    });
    expect(differenceValues({ ...list, before: undefined, after: '' })).toBeUndefined();
  });
});
