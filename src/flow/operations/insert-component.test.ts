import { expect, test } from 'vitest';
import type { Descriptor, Mapping } from '../descriptor.ts';
import { linksOf, type Link } from '../graph.ts';
import { canSplice, fits, type Gap } from '../insertion.ts';
import { components, testCatalogue as catalogue } from '../testing/catalogue.ts';
import { emptyMapping, node } from '../testing/flow.ts';
import { insertComponent, spliceComponent } from './insert-component.ts';
import { mappingOf } from './links.ts';

const filled: Mapping = { type: 'json2new', modifiers: {}, lambda: { url: 'http://x' }, remark: 'kept' };
const toPost: Link = { from: 'event', outPort: 'out', to: 'post', inPort: 'in' };
const onLink: Gap = { kind: 'on', link: toPost };
const flow: Descriptor = {
  event: node('onEvent'),
  post: node('post', { event: ['out', filled] }, { x: 320 }),
  last: node('join', { post: ['response'] }, { x: 640 }),
  aside: node('join', {}, { x: 640, y: 400 }),
};

const insert = (gap: Gap, component = components.setVariable, at?: { x: number; y: number }) =>
  insertComponent({ gap, id: 'new', component, at, catalogue });

test('into a link: what follows keeps what it had filled in and makes room, the rest stays', () => {
  const result = insert(onLink).apply(flow);
  expect(linksOf(result)).toContainEqual({ ...toPost, to: 'new' });
  expect(linksOf(result)).toContainEqual({ ...toPost, from: 'new' });
  expect(linksOf(result)).not.toContainEqual(toPost);
  expect(mappingOf(result['post']!, { ...toPost, from: 'new' })).toBe(filled);
  expect(mappingOf(result['new']!, toPost)).toEqual(emptyMapping);
  expect([result['new']!.x, result['post']!.x, result['last']!.x]).toEqual([320, 640, 960]);
  expect(result['aside']).toBe(flow['aside']);
});

test('where there is room nothing moves, and the card stands between', () => {
  const wide = { ...flow, post: { ...flow['post']!, x: 800 } };
  const result = insert(onLink).apply(wide);
  expect(result['new']).toMatchObject({ x: 400, y: 0 });
  expect(result['post']!.x).toBe(800);
});

test('dropped too near to what comes before, it moves clear of it', () => {
  const result = insert(onLink, components.setVariable, { x: 160, y: 32 }).apply(flow);
  expect([result['new']!.x, result['new']!.y, result['post']!.x]).toEqual([320, 32, 640]);
});

test('two into neighbouring links to one component do not cover each other', () => {
  const twoIn: Descriptor = {
    a: node('onEvent'),
    b: node('onEvent', {}, { y: 160 }),
    both: { ...node('join', { a: ['out'], b: ['out'] }), x: 320, y: 80 },
  };
  const link = { outPort: 'out', to: 'both', inPort: 'in' };
  const first = insertComponent({
    gap: { kind: 'on', link: { ...link, from: 'a' } },
    id: 'n1',
    component: components.join,
    catalogue,
  }).apply(twoIn);
  const second = insertComponent({
    gap: { kind: 'on', link: { ...link, from: 'b' } },
    id: 'n2',
    component: components.join,
    catalogue,
  }).apply(first);
  const apart = Math.abs(second['n1']!.y - second['n2']!.y);
  expect(apart >= 64 || Math.abs(second['n1']!.x - second['n2']!.x) >= 240).toBe(true);
});

test('behind an out port and before an in port, at a free place', () => {
  const after = insert({ kind: 'after', from: 'post', outPort: 'response' }).apply(flow);
  expect(linksOf(after)).toContainEqual({ from: 'post', outPort: 'response', to: 'new', inPort: 'in' });
  expect(after['new']!.y).toBeGreaterThan(64);
  const before = insert({ kind: 'before', to: 'aside', inPort: 'other' }, components.onEvent).apply(flow);
  expect(linksOf(before)).toContainEqual({ from: 'new', outPort: 'out', to: 'aside', inPort: 'other' });
  expect(before['new']).toMatchObject({ x: 320, y: 400 });
});

test('what may not go there changes nothing', () => {
  for (const [gap, component] of [
    [onLink, components.onEvent],
    [{ kind: 'on', link: { ...toPost, from: 'x' } }, components.post],
    [{ kind: 'after', from: 'event', outPort: 'out' }, components.onEvent],
    [{ kind: 'after', from: 'event', outPort: 'none' }, components.post],
    [{ kind: 'before', to: 'event', inPort: 'in' }, components.post],
  ] as [Gap, typeof components.post][]) {
    expect(fits(flow, catalogue, gap, component)).toBe(false);
    expect(insert(gap, component).apply(flow)).toBe(flow);
  }
  expect(
    insertComponent({ gap: onLink, id: 'post', component: components.post, catalogue }).apply(flow),
  ).toBe(flow);
});

test('a full in port has room again for what is put into its own link', () => {
  const full: Descriptor = { event: node('onEvent'), set: node('setVariable', { event: ['out'] }) };
  const gap: Gap = { kind: 'on', link: { ...toPost, to: 'set' } };
  expect(linksOf(insert(gap, components.join).apply(full))).toHaveLength(2);
});

test('a card that stands alone can be put into a link, a linked one not', () => {
  expect(canSplice(flow, catalogue, toPost, 'aside')).toBe(true);
  expect(canSplice(flow, catalogue, toPost, 'last')).toBe(false);
  const at = { x: 320, y: 16 };
  const result = spliceComponent({ gap: onLink, id: 'aside', at, catalogue }).apply(flow);
  expect(result['aside']).toMatchObject(at);
  expect(result['post']!.x).toBe(640);
  expect(mappingOf(result['post']!, { ...toPost, from: 'aside' })).toBe(filled);
});
