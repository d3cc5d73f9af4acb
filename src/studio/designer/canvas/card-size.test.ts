import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { catalogue } from '../../catalogue.ts';
import { cardPorts } from './card-ports.ts';
import { cardGeometry } from './card-size.ts';

const flow: Descriptor = {
  start: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  check: {
    type: 'appmixer.utils.controls.Condition',
    x: 320,
    y: 0,
    source: { in: { start: ['out'] } },
    errorHandling: { onError: 'errorPort' },
  },
  gone: { type: 'acme.crm.contacts.Find', x: 640, y: 0, source: { in: { check: ['true'] } } },
  last: { type: 'appmixer.utils.http.Post', x: 960, y: 0, source: { in: { gone: ['found', 'missing'] } } },
};

const geometry = (id: string) => cardGeometry(cardPorts(flow, catalogue, id));

test('one port on each side stands in the middle of the header', () => {
  expect(geometry('last')).toEqual({
    width: 240,
    height: 64,
    rows: 0,
    in: [{ name: 'in', x: 0, y: 32 }],
    out: [{ name: 'response', x: 240, y: 32 }],
  });
});

test('a trigger has no port on the left', () => {
  expect(geometry('start').in).toEqual([]);
});

test('several ports stand on rows below the header, the error port last', () => {
  expect(geometry('check')).toMatchObject({
    height: 64 + 3 * 24 + 8,
    rows: 3,
    in: [{ name: 'in', y: 32 }],
    out: [
      { name: 'true', y: 76 },
      { name: 'false', y: 100 },
      { name: 'error', y: 124 },
    ],
  });
});

test('a component that is not installed has the ports its links use', () => {
  expect(cardPorts(flow, catalogue, 'gone')).toEqual({ in: ['in'], out: ['found', 'missing'] });
});

test('every port lies on the edge of its card, none on another', () => {
  for (const id of Object.keys(flow)) {
    const card = geometry(id);
    for (const side of [card.in, card.out]) {
      expect(new Set(side.map((place) => place.y)).size).toBe(side.length);
      for (const { x, y } of side) {
        expect([0, card.width]).toContain(x);
        expect(y).toBeLessThan(card.height);
      }
    }
  }
});
