import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestryOf } from './ancestors.ts';
import type { ComponentDefinition } from './definition.ts';
import type { Descriptor } from './descriptor.ts';
import type { Field } from './fields.ts';
import { inEnglish } from './messages/message.ts';
import { moveComponents } from './operations/move-components.ts';
import { parsePath, type VariablePath } from './path.ts';
import { testCatalogue as catalogue } from './testing/catalogue.ts';
import { node } from './testing/flow.ts';
import { anyEditedFlow } from './testing/gestures.ts';
import { configOf, findField, outputsOf, variablesFor } from './variables.ts';

const example = JSON.stringify({
  issue: { title: 'Broken', labels: [{ name: 'bug' }, { color: 'red' }], nothing: null, 'odd key': { x: 1 } },
  empty: [],
});

const flow: Descriptor = {
  event: node('onEvent', {}, { config: { properties: { event: 'e', example } } }),
  post: node('post', { event: ['out', { lambda: { url: 'u' } }] }, { label: 'Send' }),
  cond: node('condition', { post: ['response'] }),
  failed: node('join', { post: ['error'] }),
  set: node('setVariable', { cond: ['true'] }),
  old: { ...node('join', { set: ['out'] }), type: 'vendor.of.old.Thing' },
  last: { ...node('join'), source: { in: { old: ['result'] } } },
};

function find(path: string) {
  return findField(flow, catalogue, parsePath(path)!);
}

test('tells what a component is set to, an in port by its first link', () => {
  expect(configOf(flow, 'event')).toEqual({ properties: { event: 'e', example }, inputs: {} });
  expect(configOf(flow, 'post')).toEqual({ properties: {}, inputs: { in: { url: 'u' } } });
  expect(configOf(flow, 'constructor')).toEqual({ properties: {}, inputs: {} });
});

test('outputs come from the example, from options, from a schema', () => {
  const names = (id: string, port: string) => outputsOf(flow, catalogue, id)[port]?.map(({ step }) => step);
  expect(names('event', 'out')).toEqual(['data']);
  expect(names('post', 'response')).toEqual(['body', 'statusCode']);
  expect(names('set', 'out')).toEqual(['my.value']);
  expect(names('post', 'error')).toEqual(['error', 'input']);
  expect(Object.keys(outputsOf(flow, catalogue, 'cond'))).toEqual(['true', 'false', 'error']);
  expect(outputsOf(flow, catalogue, 'old')).toMatchObject({ result: [] });
});

test('offers what lies upstream, nearest first, and an error port only where its messages arrive', () => {
  const groups = variablesFor(flow, catalogue, 'set');
  expect(groups.map(({ componentId, label, distance }) => [componentId, label, distance])).toEqual([
    ['cond', 'Condition', 1],
    ['post', 'Send', 2],
    ['event', 'On Event', 3],
  ]);
  expect(groups[0]!.ports).toEqual([
    { port: 'true', fields: [], open: true },
    { port: 'false', fields: [], open: true },
  ]);
  expect(groups[1]!.ports.map(({ port }) => port)).toEqual(['response']);
  const failed = variablesFor(flow, catalogue, 'failed')[0]!;
  expect(failed.ports.map(({ port }) => port)).toEqual(['response', 'error']);
  expect(variablesFor(flow, catalogue, 'event')).toEqual([]);
});

test.each([
  '$.event.out',
  '$.event.out.data.issue.title',
  '$.event.out.data.issue.labels[0].name',
  '$.event.out.data.issue.labels[-1].color',
  '$.event.out.data.issue.labels.7.name',
  '$.event.out.data.issue["odd key"].x',
  '$.event.out.data.issue.nothing.may.be.anything[3]',
  '$.event.out.data.empty[2].any',
  '$.post.response.body.whatever[0]',
  '$.post.error.error.message',
  '$.post.error.input.url',
  '$.cond.true.anything',
  '$.set.out["my.value"]',
  '$.old.result.x',
])('finds %s', (path) => {
  expect(find(path)).toMatchObject({ found: true });
});

test('gives the field with its sample', () => {
  expect(find('$.event.out.data.issue.labels[5].name')).toMatchObject({
    found: true,
    field: { types: ['string'], sample: 'bug' },
  });
});

test.each([
  ['$.event.out.issue', 'On Event has no issue in its Event Data Example'],
  ['$.event.out.data.issue.titel.x', 'On Event has no data.issue.titel in its Event Data Example'],
  ['$.event.out.data.issue.labels.name', 'On Event has no data.issue.labels.name in its Event Data Example'],
  ['$.event.out.data.issue[0]', 'On Event has no list data.issue in its Event Data Example'],
  ['$.event.out.data.issue["odd kex"]', 'On Event has no data.issue["odd kex"] in its Event Data Example'],
  ['$.event.out.data.issue.title.below', 'On Event has no data.issue.title.below in its Event Data Example'],
  ['$.event.output.data', 'On Event has no output “output”'],
  ['$.post.response.boddy', 'Send has no boddy in its output “response”'],
  ['$.post.error.message', 'Send has no message in its output “error”'],
  ['$.old.other.x', 'Thing has no output “other”'],
  ['$.gone.out.x', 'The component it came from is no longer in the flow'],
  ['$.constructor.out.x', 'The component it came from is no longer in the flow'],
])('does not find %s', (path, reason) => {
  const search = find(path);
  expect(!search.found && inEnglish(search.reason)).toBe(reason);
});

test('reads an example once, however the flow around it changes', () => {
  let reads = 0;
  const onEvent = catalogue.component('test.events.app.OnEvent')!;
  const counting: ComponentDefinition = {
    ...onEvent,
    outputs: (config) => {
      reads++;
      return onEvent.outputs!(config);
    },
  };
  const watched = { ...catalogue, component: () => counting };
  outputsOf(flow, watched, 'event');
  const moved = moveComponents({ positions: { event: { x: 5, y: 5 } } }).apply(flow);
  variablesFor(moved, watched, 'post');
  expect(reads).toBe(1);
});

test('whatever is offered is found again, in any flow', () => {
  let offered = 0;
  fc.assert(
    fc.property(anyEditedFlow, (edited) => {
      for (const id of Object.keys(edited)) {
        for (const { componentId, ports } of variablesFor(edited, catalogue, id)) {
          for (const { port, fields } of ports) {
            const check = (path: VariablePath, children: Field[]) => {
              for (const field of children) {
                const below = { ...path, steps: [...path.steps, field.step] };
                expect(findField(edited, catalogue, below)).toEqual({ found: true, field });
                offered++;
                check(below, field.children ?? []);
              }
            };
            check({ componentId, port, steps: [] }, fields);
          }
        }
      }
    }),
  );
  expect(offered).toBeGreaterThan(100);
});

test('all that is earlier in the chain is offered and nothing else, nearest first', () => {
  fc.assert(
    fc.property(anyEditedFlow, (edited) => {
      const isUpstream = ancestryOf(edited);
      const ids = Object.keys(edited);
      for (const id of ids) {
        const groups = variablesFor(edited, catalogue, id);
        expect(groups.map(({ componentId }) => componentId).toSorted()).toEqual(
          ids.filter((other) => isUpstream(other, id)).toSorted(),
        );
        const distances = groups.map(({ distance }) => distance);
        expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      }
    }),
  );
});
