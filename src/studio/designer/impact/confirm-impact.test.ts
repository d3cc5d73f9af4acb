// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { remappingsOf } from '../../../flow/impact/propose.ts';
import { disconnect } from '../../../flow/operations/disconnect.ts';
import { setProperty } from '../../../flow/operations/set-property.ts';
import { openStore } from '../document/testing/open-store.ts';
import { applyConfirmed, confirmImpact } from './confirm-impact.ts';
import { impactsOf } from './impacts.ts';

const trigger = (example: object): Descriptor[string] => ({
  type: 'appmixer.utils.appevents.OnAppEvent',
  x: 0,
  y: 0,
  config: { properties: { event: 'e', eventDataExample: JSON.stringify(example) } },
});

const descriptor: Descriptor = {
  t: trigger({ email: 'ada@example.com' }),
  p: {
    type: 'appmixer.utils.http.Post',
    x: 320,
    y: 0,
    source: { in: { t: ['out'] } },
    config: {
      transform: {
        in: {
          t: {
            out: {
              lambda: { url: '{{{m}}}' },
              modifiers: { url: { m: { variable: '$.t.out.data.email', functions: [] } } },
            },
          },
        },
      },
    },
  },
};

function open(flow = descriptor) {
  const store = openStore({ descriptor: flow, defer: () => undefined });
  return { store, question: () => impactsOf(store).getState().question };
}

const example = (value: object) =>
  setProperty({ componentId: 't', name: 'eventDataExample', value: JSON.stringify(value) });
const variable = (flow: Descriptor) => JSON.stringify(flow['p']).match(/\$[\w.]+/)?.[0];
const moved = example({ contact: { mail: 'ada@example.com' } });

test('of a change that breaks nothing nobody is asked: it is made at once', () => {
  const { store, question } = open();
  applyConfirmed(store, example({ email: 'bob@example.com', more: 1 }));
  expect(question()).toBeUndefined();
  expect(store.getState().canUndo).toBeDefined();
});

test('the change and the re-mapping are one step', async () => {
  const { store, question } = open();
  const confirmed = confirmImpact(store, moved);
  expect(store.getState().descriptor).toBe(descriptor);
  const { proposals, answer } = question()!;
  answer(remappingsOf(proposals, ({ best }) => best));
  store.getState().apply((await confirmed)!);
  expect(variable(store.getState().descriptor)).toBe('$.t.out.data.contact.mail');
  expect(store.getState().canUndo).toEqual(moved.name);
  store.getState().undo();
  expect(store.getState().descriptor).toBe(descriptor);
});

test('without re-mapping the change is made alone, and what it leaves broken is settled', async () => {
  const { store, question } = open();
  const confirmed = confirmImpact(store, moved);
  question()!.answer([]);
  store.getState().apply((await confirmed)!);
  const after = store.getState().descriptor;
  expect(variable(after)).toBe('$.t.out.data.email');
  expect(impactsOf(store).getState().settled.get('t')).toBe(after['t']);
});

test('who cancels, or is asked something else, changes nothing', async () => {
  const { store, question } = open();
  const first = confirmImpact(store, moved);
  const second = confirmImpact(store, example({ total: 12 }));
  expect(await first).toBeUndefined();
  question()!.answer(undefined);
  expect(await second).toBeUndefined();
  expect(question()).toBeUndefined();
  expect(store.getState().descriptor).toBe(descriptor);
});

test('of a link that is taken away its author is asked as well, and told when it is gone', async () => {
  const { store, question } = open({
    ...descriptor,
    p: { type: 'appmixer.utils.http.Post', x: 0, y: 0, source: { in: { t: ['out'] } } },
    last: { ...descriptor['p']!, source: { in: { p: ['response'] } }, config: lastConfig },
  });
  const removal = disconnect({ link: { from: 't', outPort: 'out', to: 'p', inPort: 'in' } });
  const gone = vi.fn<() => void>();
  applyConfirmed(store, removal, { done: gone });
  question()!.answer(undefined);
  expect(question()).toBeUndefined();
  expect(gone).not.toHaveBeenCalled();
  applyConfirmed(store, removal, { done: gone });
  question()!.answer([]);
  await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce());
  expect(store.getState().canUndo).toEqual(removal.name);
});

const lastConfig = {
  transform: { in: { p: { response: descriptor['p']!.config!.transform!['in']!['t']!['out']! } } },
};
