import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { type Link, linksOf } from '../../../flow/graph.ts';
import { catalogue } from '../../catalogue.ts';
import { curveOf, drawCurve, linkBelow } from './link-curve.ts';

const flow: Descriptor = {
  start: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  post: { type: 'appmixer.utils.http.Post', x: 400, y: 0, source: { in: { start: ['out'] } } },
  low: { type: 'appmixer.utils.http.Get', x: 400, y: 300, source: { in: { start: ['out'] } } },
};
const [toPost, toLow] = linksOf(flow);
const below = (x: number, y: number, accepts: (link: Link) => boolean = () => true) =>
  linkBelow(flow, catalogue, { x, y }, accepts);

test('a curve leads from port to port', () => {
  const curve = curveOf(flow, catalogue, toPost!);
  expect(curve).toMatchObject({ from: { x: 240, y: 32 }, to: { x: 400, y: 32 } });
  expect(drawCurve(curve).middle).toEqual({ x: 320, y: 32 });
});

test('the link below a card is the nearest within reach that takes it', () => {
  expect(below(320, 40)).toBe(toPost);
  expect(below(320, 180)).toBe(toLow);
  expect(below(320, 600)).toBeUndefined();
  expect(below(700, 32)).toBeUndefined();
  expect(below(260, 40, (link) => link !== toPost)).toBe(toLow);
  expect(below(320, 40, () => false)).toBeUndefined();
});

test('one that leads back is found where it bends out', () => {
  const back: Descriptor = { start: flow['start']!, post: { ...flow['post']!, x: -600 } };
  const [link] = linksOf(back);
  expect(linkBelow(back, catalogue, { x: 330, y: 32 }, () => true)).toBe(link);
});
