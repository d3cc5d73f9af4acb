import { expect, test, vi } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { setProperty } from '../../../flow/operations/set-property.ts';
import { searchProblems } from '../../../flow/problems.ts';
import { holdWorker } from '../../background/testing/held-worker.ts';
import { catalogue } from '../../catalogue.ts';
import { openStore } from './testing/open-store.ts';
import { searchInBackground } from './search-apart.ts';

const worker = holdWorker();
const filler = 'x'.repeat(20_000);
const good = `{"text": "${filler}"}`;

function open(eventDataExample: string) {
  const descriptor: Descriptor = {
    t: {
      type: 'appmixer.utils.appevents.OnAppEvent',
      x: 0,
      y: 0,
      config: { properties: { event: 'e', eventDataExample } },
    },
  };
  const search = searchProblems(catalogue);
  const onPage = vi.fn<typeof search>(search);
  const store = openStore({ descriptor, searchProblems: onPage, searchApart: searchInBackground() });
  const type = (value: string) =>
    store.getState().apply(setProperty({ componentId: 't', name: 'eventDataExample', value }));
  const kinds = () => store.getState().problems.map(({ kind }) => kind);
  return { type, kinds, onPage };
}

test('problems of a flow with a long example are looked for off the page, those of the newest version', async () => {
  const { type, kinds, onPage } = open('{}');
  type(`${good}!`);
  expect(worker.waiting()).toBe(1);
  type(`${good}!!`);
  expect(worker.waiting()).toBe(1);
  worker.next();
  await vi.waitFor(() => expect(worker.waiting()).toBe(1));
  expect(kinds()).toEqual([]);
  worker.next();
  await vi.waitFor(() => expect(kinds()).toEqual(['bad-example']));
  type(good);
  worker.next();
  await vi.waitFor(() => expect(kinds()).toEqual([]));
  expect(onPage).not.toHaveBeenCalled();
});

test('short ones are looked for on the page, and long ones where the background fails', async () => {
  const { type, kinds, onPage } = open('{}');
  type('{');
  expect(kinds()).toEqual(['bad-example']);
  expect(onPage).toHaveBeenCalledTimes(1);
  type(good);
  worker.happen(new Event('error'));
  await vi.waitFor(() => expect(kinds()).toEqual([]));
  expect(onPage).toHaveBeenCalledTimes(2);
  // A new worker does not know the version before.
  type(`${good}!`);
  worker.next();
  await vi.waitFor(() => expect(worker.waiting()).toBe(1));
  worker.next();
  await vi.waitFor(() => expect(kinds()).toEqual(['bad-example']));
});
