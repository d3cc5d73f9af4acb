import type { Flow } from '../../../../contract/flows.ts';
import type { Descriptor } from '../../../../flow/descriptor.ts';
import { moveComponents } from '../../../../flow/operations/move-components.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { openDocument } from '../open-document.ts';
import { createUnsentWorkKeeper, type UnsentWork } from '../unsent-work.ts';
import { found } from './found.ts';
import { createFakeTimers } from './fake-timers.ts';
import { createMemoryServer } from './flow-server.ts';
import { createMemoryStorage } from './memory-storage.ts';

export const start: Descriptor = { a: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 } };
export const x = (descriptor: Descriptor) => descriptor['a']?.x;
export const to = (position: number) => moveComponents({ positions: { a: { x: position, y: 0 } } });

export const keeperIn = (storage: Storage) => createUnsentWorkKeeper(storage, { flowId: 'f1', slotId: '1' });

/** Unsent work on revision 1, as an earlier visit has kept it. */
export const leftWork: UnsentWork = {
  content: { name: 'Flow', descriptor: to(16).apply(start), notes: {} },
  revision: 1,
  base: fingerprintOf({ name: 'Flow', descriptor: start, notes: {} }),
  unanswered: [],
  at: 0,
};

/** Opens a flow of revision 1 with one component at x = 0. */
export function open({
  storage = createMemoryStorage(),
  server = createMemoryServer({ name: 'Flow', descriptor: start, notes: {} }),
  stage = 'stopped',
} = {}) {
  const time = createFakeTimers();
  const keeper = keeperIn(storage);
  const flow = {
    flowId: 'f1',
    name: server.content.name,
    type: 'automation',
    stage,
    flow: server.content.descriptor,
    notes: server.content.notes,
    revision: server.revision,
  } as Flow;
  const opened = openDocument(flow, {
    server,
    keeper,
    timers: time.timers,
    clock: time.clock,
    searchProblems: () => found([]),
  });
  opened.autosave.start();
  const state = () => opened.store.getState();
  return { ...opened, ...time, server, keeper, storage, state };
}

/** Somebody else has moved the component to x = 500. */
export async function openInConflict() {
  const opened = open();
  opened.server.content = { name: 'Theirs', descriptor: to(500).apply(start), notes: {} };
  opened.server.revision = 7;
  opened.state().apply(to(16));
  await opened.advance(600);
  return opened;
}
