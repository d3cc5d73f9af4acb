import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import { moveComponents } from '../../../flow/operations/move-components.ts';
import { setLabel } from '../../../flow/operations/set-label.ts';
import { catalogue } from '../../catalogue.ts';
import { createProjection, type ProjectionInput } from './projection.ts';

const descriptor: Descriptor = {
  post: { type: 'appmixer.utils.http.Post', x: 320, y: 0, source: { in: { start: ['out'] } } },
  start: { type: 'appmixer.utils.appevents.OnAppEvent', x: 0, y: 0 },
  odd: {
    type: 'acme.crm.contacts.Find',
    x: 640,
    y: 0,
    label: 'Look up',
    source: { in: { post: ['response'] } },
  },
};
const input: ProjectionInput = { descriptor, problems: [], selection: [], linkSelection: [] };
const byId = <Item extends { id: string }>(items: Item[], id: string) =>
  items.find((item) => item.id === id)!;

test('cards come in the order of the flow and say where they stand', () => {
  const { nodes } = createProjection(catalogue)({
    ...input,
    problems: [
      {
        componentId: 'post',
        kind: 'missing-required',
        message: message('problem.notConnected'),
        place: { part: 'component' },
      },
    ],
  });
  expect(nodes.map((node) => node.ariaLabel)).toEqual([
    'On App Event, step 1 of 3',
    'HTTP Post, step 2 of 3, 1 problem',
    'Look up, step 3 of 3',
  ]);
});

test('a component that is not installed is shown as such', () => {
  const { nodes } = createProjection(catalogue)(input);
  expect(byId(nodes, 'odd').data).toMatchObject({
    label: 'Look up',
    detail: 'Not installed',
    installed: false,
  });
  expect(byId(nodes, 'start').data).toMatchObject({ label: 'On App Event', detail: 'App Events' });
});

test('moving one card makes one new node, with the same data', () => {
  const project = createProjection(catalogue);
  const before = project(input);
  const after = project({
    ...input,
    descriptor: moveComponents({ positions: { post: { x: 480, y: 0 } } }).apply(descriptor),
  });
  expect(byId(after.nodes, 'start')).toBe(byId(before.nodes, 'start'));
  expect(byId(after.nodes, 'post')).not.toBe(byId(before.nodes, 'post'));
  expect(byId(after.nodes, 'post').data).toBe(byId(before.nodes, 'post').data);
  expect(after.edges[0]).toBe(before.edges[0]);
});

test('selecting a card makes its links reachable by Tab', () => {
  const project = createProjection(catalogue);
  expect(project(input).edges.map((edge) => edge.focusable)).toEqual([false, false]);
  const { edges, nodes } = project({ ...input, selection: ['start'] });
  expect(edges.map((edge) => edge.focusable)).toEqual([true, false]);
  expect(byId(nodes, 'start').selected).toBe(true);
});

test('a link is named by the labels of its ends', () => {
  const project = createProjection(catalogue);
  project(input);
  const renamed = setLabel({ componentId: 'start', label: 'Order placed' }).apply(descriptor);
  expect(project({ ...input, descriptor: renamed }).edges[0]!.ariaLabel).toBe(
    'Link from Order placed to HTTP Post',
  );
});
