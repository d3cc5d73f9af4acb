import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { linksOf } from '../../../flow/graph.ts';
import { catalogue } from '../../catalogue.ts';
import { placeAfter } from './place-component.ts';

const descriptor: Descriptor = {
  start: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  check: { type: 'appmixer.utils.controls.Condition', x: 320, y: 0, source: { in: { start: ['out'] } } },
  yes: { type: 'appmixer.utils.http.Post', x: 640, y: 0, source: { in: { check: ['true'] } } },
};

function place(type: string, selected: string | undefined, flow: Descriptor = descriptor) {
  const component = catalogue.component(type)!;
  const center = { x: 48, y: 64 };
  return placeAfter({ descriptor: flow, catalogue, component, id: 'new', selected, center }).apply(flow);
}

const linkToNew = (flow: Descriptor) => linksOf(flow).find((link) => link.to === 'new');

test('it is connected behind the selected component, to the out port that leads nowhere yet', () => {
  const flow = place('appmixer.utils.http.Post', 'check');
  expect(linkToNew(flow)).toEqual({ from: 'check', outPort: 'false', to: 'new', inPort: 'in' });
  expect(flow['new']!.x).toBeGreaterThanOrEqual(320 + 240);
});

test('a trigger is never connected', () => {
  const flow = place('appmixer.utils.appevents.OnAppEvent', 'check');
  expect(linkToNew(flow)).toBeUndefined();
  expect(flow['new']).toBeDefined();
});

test('without a selection it stands free, covering nothing', () => {
  const flow = place('appmixer.utils.http.Post', undefined);
  expect(linkToNew(flow)).toBeUndefined();
  expect(flow['new']!.x).toBeGreaterThanOrEqual(640 + 240);
});

test('the first component of a flow goes where the author looks', () => {
  expect(place('appmixer.utils.controls.OnStart', undefined, {})['new']).toMatchObject({ x: 48, y: 64 });
});
