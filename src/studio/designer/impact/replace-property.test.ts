// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import { moveComponents } from '../../../flow/operations/move-components.ts';
import { removeComponents } from '../../../flow/operations/remove-components.ts';
import { holdWorker } from '../../background/testing/held-worker.ts';
import { settled } from '../document/testing/fake-timers.ts';
import { open as openFlow } from '../document/testing/open-flow.ts';
import { createMemoryServer } from '../document/testing/flow-server.ts';
import { applyConfirmed } from './confirm-impact.ts';
import { impactsOf } from './impacts.ts';
import { replaceProperty, typeProperty } from './replace-property.ts';

const worker = holdWorker();
const long = (value: object) => JSON.stringify({ ...value, text: 'x'.repeat(20_000) });

const trigger = (example: object): Descriptor[string] => ({
  type: 'appmixer.utils.appevents.OnAppEvent',
  x: 0,
  y: 0,
  config: { properties: { event: 'e', eventDataExample: long(example) } },
});
const posts = (id: string): Descriptor[string] => {
  const modifiers = { url: { m: { variable: `$.${id}.out.data.email`, functions: [] } } };
  return {
    type: 'appmixer.utils.http.Post',
    x: 320,
    y: 0,
    source: { in: { [id]: ['out'] } },
    config: { transform: { in: { [id]: { out: { lambda: { url: '{{{m}}}' }, modifiers } } } } },
  };
};
const descriptor: Descriptor = {
  t: trigger({ email: 'ada@example.com' }),
  p: posts('t'),
  u: trigger({ email: 'bob@example.com' }),
  q: posts('u'),
};

function open() {
  const opened = openFlow({ server: createMemoryServer({ name: 'Flow', descriptor, notes: {} }) });
  const { store } = opened;
  const example = () => store.getState().descriptor['t']?.config?.properties?.['eventDataExample'];
  return { ...opened, example, question: () => impactsOf(store).getState().question };
}

const of = (value: string) => ({ componentId: 't', name: 'eventDataExample', value });
const kept = long({ email: 'eva@example.com' });

test('what is typed after a long paste that is still looked at stays', async () => {
  const { store, example } = open();
  replaceProperty(store, of(kept));
  expect(store.getState().pending?.value).toBe(kept);
  typeProperty(store, of(`${kept} `), {});
  expect(store.getState().pending).toBeUndefined();
  worker.next();
  await settled();
  expect(worker.waiting()).toBe(0);
  expect(example()).toBe(`${kept} `);
});

test('what is looked at is shown until it holds or its author is asked, whatever else goes on', async () => {
  const { store, example, question } = open();
  replaceProperty(store, of(kept));
  store.getState().apply(moveComponents({ positions: { p: { x: 16, y: 0 } } }));
  worker.next();
  await settled();
  expect(store.getState().pending?.value).toBe(kept);
  worker.next();
  await settled();
  expect(store.getState().pending).toBeUndefined();
  expect(example()).toBe(kept);

  replaceProperty(store, of(long({ total: 12 })));
  worker.next();
  await settled();
  expect(question()).toBeDefined();
  expect(store.getState().pending).toBeUndefined();
  question()!.answer(undefined);
  await settled();
  expect(example()).toBe(kept);
});

test('who leaves while it is looked at leaves with it', () => {
  const { store, example, autosave, server } = open();
  const pasted = long({ total: 12 });
  replaceProperty(store, of(pasted));
  autosave.keep();
  expect(example()).toBe(pasted);
  replaceProperty(store, of(kept));
  autosave.leave();
  expect(example()).toBe(kept);
  expect(server.requests).toHaveLength(1);
  expect(store.getState().pending).toBeUndefined();
  while (worker.waiting() > 0) worker.next();
});

test('where the background fails it is looked at on the page', async () => {
  const { store, example, question } = open();
  replaceProperty(store, of(kept));
  worker.happen(new Event('error'));
  await vi.waitFor(() => expect(example()).toBe(kept));
  replaceProperty(store, of(long({ total: 12 })));
  worker.happen(new Event('error'));
  await vi.waitFor(() => expect(question()).toBeDefined());
});

test('two deletions that are looked at are both asked about, one after the other', async () => {
  const { store, question } = open();
  // Those of the link that goes go with it.
  for (const [id, next] of [
    ['p', 'last'],
    ['q', 'end'],
  ] as const) {
    const mapping = descriptor[id]!.config!.transform!['in']![id === 'p' ? 't' : 'u']!['out']!;
    const node = { ...descriptor[id]!, source: { in: { [id]: ['response'] } } };
    const config = { transform: { in: { [id]: { response: mapping } } } };
    store.getState().apply({
      name: message('operation.paste', { count: 1 }),
      apply: (flow) => ({ ...flow, [next]: { ...node, config } }),
    });
  }
  applyConfirmed(store, removeComponents({ ids: ['t'] }));
  applyConfirmed(store, removeComponents({ ids: ['u'] }));
  const answerNext = async () => {
    await vi.waitFor(() => expect(worker.waiting()).toBe(1));
    worker.next();
    await vi.waitFor(() => expect(question()).toBeDefined());
    question()!.answer([]);
    await settled();
  };
  await answerNext();
  expect(Object.keys(store.getState().descriptor)).toEqual(['p', 'u', 'q', 'last', 'end']);
  await answerNext();
  expect(Object.keys(store.getState().descriptor)).toEqual(['p', 'q', 'last', 'end']);
});
