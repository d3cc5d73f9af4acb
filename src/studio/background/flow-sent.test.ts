import { expect, test } from 'vitest';
import type { Descriptor } from '../../flow/descriptor.ts';
import { createFlowReceiver, createFlowSender } from './flow-sent.ts';

const node = (x: number) => ({ type: 'appmixer.utils.controls.OnStart', x, y: 0 });
const flow: Descriptor = { a: node(1), b: node(2) };

test('a version is what has changed since the one before, and comes out whole', () => {
  const sender = createFlowSender();
  const receive = createFlowReceiver();
  expect(receive(sender.version(flow))).toEqual(flow);
  const next: Descriptor = { c: node(3), a: flow['a']!, b: node(4) };
  const version = sender.version(next);
  expect(Object.keys(version.changed)).toEqual(['c', 'b']);
  const received = receive(structuredClone(version));
  expect(received).toEqual(next);
  expect(Object.keys(received!)).toEqual(['c', 'a', 'b']);
});

test('who has not got the version before says so, and gets the flow whole', () => {
  const sender = createFlowSender();
  const other = createFlowSender();
  const receive = createFlowReceiver();
  receive(sender.version(flow));
  receive(other.version({ z: node(9) }));
  const next = { ...flow, a: node(7) };
  expect(receive(sender.version(next))).toBeUndefined();
  expect(receive(sender.version(next, { whole: true }))).toEqual(next);
});
