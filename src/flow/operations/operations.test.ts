import { expect, test } from 'vitest';
import type { Descriptor, Mapping } from '../descriptor.ts';
import type { Link } from '../graph.ts';
import { linksOf } from '../graph.ts';
import { inEnglish } from '../messages/message.ts';
import { problemsOf } from '../problems.ts';
import { components, testCatalogue as catalogue } from '../testing/catalogue.ts';
import { node } from '../testing/flow.ts';
import { addComponent } from './add-component.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { duplicateComponents } from './duplicate-components.ts';
import { insertComponents } from './insert-components.ts';
import { mappingOf } from './links.ts';
import { moveComponents } from './move-components.ts';
import { reconnect } from './reconnect.ts';
import { setInput } from './set-input.ts';
import { setLabel } from './set-label.ts';
import { setProperty } from './set-property.ts';

const toPost: Link = { from: 'event', outPort: 'out', to: 'post', inPort: 'in' };

/** event → post, with a pill in the JSON body and an unknown key at every level. */
const filled: Mapping = {
  type: 'json2new',
  modifiers: { json: { m1: { variable: '$.event.out.data.id', functions: [] } } },
  lambda: { url: 'http://x', json: '{"id":{{{m1}}}}' },
  remark: 'kept',
};
const flow: Descriptor = {
  event: node('onEvent', {}, { config: { properties: { event: 'e' }, other: 1 }, manifest: { x: 1 } }),
  post: node('post', { event: ['out', filled] }),
};

test('addComponent seeds the default values and the version', () => {
  const added = addComponent({ id: 'a', component: components.onEvent, x: 16, y: 32 });
  expect(inEnglish(added.name)).toBe('Add On Event');
  expect(added.apply({})).toEqual({
    a: {
      type: 'test.events.app.OnEvent',
      version: '1.2.0',
      x: 16,
      y: 32,
      source: {},
      config: { properties: { example: '{"id":1}' } },
    },
  });
  expect(added.apply(flow).event).toBe(flow.event);
  expect(addComponent({ id: 'post', component: components.post, x: 0, y: 0 }).apply(flow)).toBe(flow);
});

test('moveComponents moves only what has another place', () => {
  const move = moveComponents({
    positions: { event: { x: 0, y: 0 }, post: { x: 5, y: 6 }, gone: { x: 1, y: 1 } },
  });
  expect(inEnglish(move.name)).toBe('Move 3 components');
  const moved = move.apply(flow);
  expect(moved.post).toMatchObject({ x: 5, y: 6, config: flow.post!.config });
  expect(moved.event).toBe(flow.event);
  expect(move.apply(moved)).toBe(moved);
});

test('connect seeds the default values of the inputs that show', () => {
  const added = addComponent({ id: 'p2', component: components.post, x: 0, y: 0 }).apply(flow);
  const link = { ...toPost, to: 'p2' };
  const connected = connect({ link, catalogue }).apply(added);
  expect(connected['p2']).toMatchObject({
    source: { in: { event: ['out'] } },
    config: {
      properties: {},
      transform: {
        in: { event: { out: { type: 'json2new', modifiers: {}, lambda: { bodyType: 'json', json: '{}' } } } },
      },
    },
  });
  expect(connect({ link, catalogue }).apply(connected)).toBe(connected);
});

test('disconnect takes the mapping with it and leaves no empty rests', () => {
  const disconnected = disconnect({ link: toPost }).apply(flow);
  expect(disconnected.post).toMatchObject({ source: {}, config: {} });
  expect(disconnected.post!.config).not.toHaveProperty('transform');
  expect(disconnect({ link: toPost }).apply(disconnected)).toBe(disconnected);
});

test('disconnect removes one of two out ports, also of the bare text form', () => {
  const both = { a: node('condition'), b: { ...node('join'), source: { in: { a: ['true', 'false'] } } } };
  const link = { from: 'a', outPort: 'true', to: 'b', inPort: 'in' };
  expect(disconnect({ link }).apply(both)['b']!.source).toEqual({ in: { a: ['false'] } });
  const text = { a: node('condition'), b: { ...node('join'), source: { in: { a: 'true' } } } };
  expect(disconnect({ link }).apply(text)['b']!.source).toEqual({});
});

test('reconnect to another sender keeps what was filled in', () => {
  const wider = { ...flow, cond: node('condition', { event: ['out'] }) };
  const to: Link = { ...toPost, from: 'cond', outPort: 'true' };
  const result = reconnect({ from: toPost, to, catalogue }).apply(wider);
  expect(result.post!.source).toEqual({ in: { cond: ['true'] } });
  expect(result.post!.config!.transform).toEqual({ in: { cond: { true: filled } } });
});

test('reconnect to another component begins with its default values', () => {
  const wider = { ...flow, p2: node('post') };
  const result = reconnect({ from: toPost, to: { ...toPost, to: 'p2' }, catalogue }).apply(wider);
  expect(linksOf(result)).toEqual([{ ...toPost, to: 'p2' }]);
  expect(mappingOf(result['p2']!, toPost)?.lambda).toEqual({ bodyType: 'json', json: '{}' });
});

test('reconnect is refused as drawing would be, but may move within a port that takes one link', () => {
  const taken: Descriptor = { ...flow, set: node('setVariable', { event: ['out'] }), other: node('onEvent') };
  const from: Link = { ...toPost, to: 'set' };
  expect(reconnect({ from, to: { ...from, from: 'set', outPort: 'out' }, catalogue }).apply(taken)).toBe(
    taken,
  );
  const moved = reconnect({ from, to: { ...from, from: 'other' }, catalogue }).apply(taken);
  expect(moved['set']!.source).toEqual({ in: { other: ['out'] } });
});

test('setProperty sets, removes and keeps what it does not know', () => {
  const set = setProperty({ componentId: 'event', name: 'event', value: 'f', title: 'Event Name' });
  expect(inEnglish(set.name)).toBe('Change Event Name');
  const changed = set.apply(flow);
  expect(changed.event).toEqual({ ...flow.event, config: { properties: { event: 'f' }, other: 1 } });
  expect(set.apply(changed)).toBe(changed);
  const removed = setProperty({ componentId: 'event', name: 'event', value: undefined }).apply(changed);
  expect(removed.event!.config!.properties).toEqual({});
  expect(changed.post).toBe(flow.post);
});

test('setInput adds references and drops those no longer used', () => {
  const set = (value: unknown, references?: Record<string, { variable: string }>) =>
    setInput({ link: toPost, field: 'json', value, references });
  const two = set('{"a":{{{m1}}},"b":"{{{m2}}}"}', { m2: { variable: '$.event.out.data' } }).apply(flow);
  const mapping = mappingOf(two.post!, toPost)!;
  expect(Object.keys(mapping.modifiers!['json']!)).toEqual(['m1', 'm2']);
  expect(mapping['remark']).toBe('kept');
  const one = set('{"b":"{{{m2}}}"}').apply(two);
  expect(Object.keys(mappingOf(one.post!, toPost)!.modifiers!['json']!)).toEqual(['m2']);
  const none = set(undefined).apply(one);
  expect(mappingOf(none.post!, toPost)).toEqual({ ...filled, modifiers: {}, lambda: { url: 'http://x' } });
});

test('setInput finds placeholders at any depth and changes nothing without the link', () => {
  const value = { AND: [{ OR: [{ input: '{{{m1}}}' }] }] };
  const set = setInput({ link: toPost, field: 'json', value });
  expect(mappingOf(set.apply(flow).post!, toPost)!.modifiers).toEqual(filled.modifiers);
  expect(setInput({ link: { ...toPost, from: 'x' }, field: 'json', value }).apply(flow)).toBe(flow);
  expect(setInput({ link: toPost, field: 'url', value: 'http://x' }).apply(flow)).toBe(flow);
});

test('setLabel trims, and an empty label goes', () => {
  const named = setLabel({ componentId: 'post', label: '  Send ' }).apply(flow);
  expect(named.post!.label).toBe('Send');
  expect(setLabel({ componentId: 'post', label: ' ' }).apply(named).post).not.toHaveProperty('label');
  expect(setLabel({ componentId: 'post', label: '' }).apply(flow)).toBe(flow);
});

test('duplicateComponents keeps inner links, what feeds the original and its variables', () => {
  const result = duplicateComponents({ ids: ['post'], newIds: { post: 'p2' }, dx: 16, dy: 32 }).apply(flow);
  expect(result['p2']).toEqual({ ...flow.post, x: 16, y: 32 });
  const both = duplicateComponents({
    ids: ['event', 'post'],
    newIds: { event: 'e2', post: 'p2' },
    dx: 0,
    dy: 0,
  });
  expect(inEnglish(both.name)).toBe('Duplicate 2 components');
  expect(linksOf(both.apply(flow))).toEqual([toPost, { ...toPost, from: 'e2', to: 'p2' }]);
  const copy = mappingOf(both.apply(flow)['p2']!, { ...toPost, from: 'e2' })!;
  expect(copy.modifiers!['json']!['m1']!.variable).toBe('$.e2.out.data.id');
});

test('insertComponents gives no component the id of a sender that does not come along', () => {
  const components = { post: flow.post! };
  expect(insertComponents({ components, newIds: { post: 'event' }, dx: 0, dy: 0 }).apply({})).toEqual({});
});

test('insertComponents never overwrites; what was filled in for a sender not here goes to the next link', () => {
  const pasted = insertComponents({
    components: { post: flow.post! },
    newIds: { post: 'p2' },
    dx: 0,
    dy: 0,
  }).apply({ other: node('onEvent') });
  expect(linksOf(pasted)).toEqual([]);
  const drawn = { ...toPost, from: 'other', to: 'p2' };
  const connected = connect({ link: drawn, catalogue }).apply(pasted);
  expect(connected['p2']!.source).toEqual({ in: { other: ['out'] } });
  expect(connected['p2']!.config!.transform).toEqual({ in: { other: { out: filled } } });
  const shown = setInput({ link: drawn, field: 'bodyType', value: 'json' }).apply(connected);
  expect(problemsOf(shown, catalogue)).toContainEqual(
    expect.objectContaining({ componentId: 'p2', kind: 'broken-variable' }),
  );
  const onto = insertComponents({ components: flow, newIds: { event: 'post' }, dx: 0, dy: 0 });
  expect(onto.apply(flow)).toBe(flow);
});
