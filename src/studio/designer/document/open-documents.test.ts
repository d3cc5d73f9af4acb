import { expect, test } from 'vitest';
import type { Flow } from '../../../contract/flows.ts';
import { createOpenDocuments } from './open-documents.ts';
import { createSlotLocks } from './slot-locks.ts';
import { createFakeTimers, settled } from './testing/fake-timers.ts';
import { createMemoryServer, failure, gate } from './testing/flow-server.ts';
import { createMemoryLocks } from './testing/memory-locks.ts';
import { createMemoryStorage } from './testing/memory-storage.ts';
import { start, to, x } from './testing/open-flow.ts';
import { slotsIn } from './unsent-slots.ts';
import { found } from './testing/found.ts';

/** A browser with one flow on a server; `page` is a tab of it. */
function browser() {
  const server = createMemoryServer({ name: 'Flow', descriptor: start, notes: {} });
  const storage = createMemoryStorage();
  const locks = createMemoryLocks();
  let reads = 0;
  let ids = 0;
  const page = (ownLocks = locks.page()) => {
    const time = createFakeTimers();
    let closed = 0;
    const documents = createOpenDocuments({
      storage,
      locks: ownLocks,
      newId: () => `slot${++ids}`,
      async readFlow(flowId) {
        reads++;
        const { content, revision } = await server.read();
        const { name, descriptor, notes } = content;
        return {
          flowId,
          name,
          type: 'automation',
          stage: 'stopped',
          flow: descriptor,
          notes,
          revision,
        } as Flow;
      },
      serverOf: () => server,
      timers: time.timers,
      clock: time.clock,
      searchProblems: () => () => found([]),
      onClosed: () => closed++,
    });
    const open = async () => {
      const opened = await documents.open('f');
      const release = documents.hold(opened);
      return { ...opened, state: () => opened.store.getState(), release };
    };
    return { ...time, documents, open, closed: () => closed };
  };
  return { server, storage, page, reads: () => reads, kept: () => slotsIn(storage) };
}

const unreachable = () => {
  throw failure(0, 'UNREACHABLE');
};

test('leaving a flow sends what is unsent at once', async () => {
  const { server, page, kept } = browser();
  const { open, advance, closed } = page();
  const { state, release } = await open();
  state().apply(to(16));
  release();
  await advance(0);
  expect(x(server.content.descriptor)).toBe(16);
  expect(closed()).toBe(1);
  expect(kept()).toEqual([]);
});

/** Leaves a flow while the save of x = 16 hangs, with x = 32 made since; the answer comes with `release`. */
async function leftDuringSave() {
  const all = browser();
  const page = all.page();
  const { state, release } = await page.open();
  const hanging = gate();
  all.server.before = hanging.wait;
  state().apply(to(16));
  await page.advance(600);
  state().apply(to(32));
  release();
  await page.advance(1000);
  return { ...all, first: page, state, release: hanging.release };
}

test('edits made while the last save hangs are sent after it', async () => {
  const { server, release, first, kept } = await leftDuringSave();
  release();
  await settled();
  await first.advance(600);
  expect(x(server.content.descriptor)).toBe(32);
  expect(first.closed()).toBe(1);
  expect(kept()).toEqual([]);
});

test('they are tried again when it fails, and there at once for who comes back meanwhile', async () => {
  const { server, release, first, state, kept } = await leftDuringSave();
  server.after = unreachable;
  release();
  await first.advance(600);
  expect(kept()).toHaveLength(1);
  expect(first.closed()).toBe(0);
  const again = await first.open();
  expect(again.state()).toBe(state());
  expect(again.state().canUndo).toBeDefined();
  again.release();
  server.after = () => undefined;
  await first.advance(5000);
  expect(x(server.content.descriptor)).toBe(32);
  expect(first.closed()).toBe(1);
});

test('they are kept when it meets a conflict, which the next visit is told', async () => {
  const { server, release, first, page } = await leftDuringSave();
  server.content = { name: 'Theirs', descriptor: to(500).apply(start), notes: {} };
  server.revision = 7;
  release();
  await settled();
  expect(first.closed()).toBe(1);
  expect(x(server.content.descriptor)).toBe(500);
  const { state } = await page().open();
  expect(state().saveState).toBe('conflict');
  expect(x(state().descriptor)).toBe(32);
});

test('two tabs with one flow neither take nor forget each other’s unsent work', async () => {
  const { server, page, kept } = browser();
  const [here, there] = [page(), page()];
  const mine = await here.open();
  server.before = unreachable;
  mine.state().apply(to(16));
  await here.advance(600);
  const theirs = await there.open();
  expect(x(theirs.state().descriptor)).toBe(0);
  theirs.release();
  await there.advance(1000);
  await there.documents.catchUp();
  expect(kept()).toHaveLength(1);
  server.before = () => undefined;
  await here.advance(2000);
  expect(x(server.content.descriptor)).toBe(16);
  expect(kept()).toEqual([]);
});

test('work of a tab that is gone is found by the next one, the newest first', async () => {
  const { server, page, kept } = browser();
  server.before = unreachable;
  // Each with locks of its own: when the next one asks, they are gone with their page.
  const gone = [page(createSlotLocks(undefined)), page(createSlotLocks(undefined))];
  const opened = await Promise.all(gone.map((tab) => tab.open()));
  for (const [index, tab] of gone.entries()) {
    opened[index]!.state().apply(to([32, 16][index]!));
    await tab.advance([900, 600][index]!);
  }
  expect(kept()).toHaveLength(2);
  const { state } = await page().open();
  expect(state().saveState).toBe('unsaved');
  expect(x(state().descriptor)).toBe(32);
});

/** Work at x = 16 whose tab was closed without a network. */
async function leftBehind() {
  const all = browser();
  all.server.before = unreachable;
  const gone = all.page(createSlotLocks(undefined));
  const { state } = await gone.open();
  state().apply(to(16));
  await gone.advance(600);
  all.server.before = () => undefined;
  return all;
}

test('what was left unsent is sent without anybody opening the flow', async () => {
  const { server, page, kept } = await leftBehind();
  const { documents, advance } = page();
  await documents.catchUp();
  await advance(1000);
  expect(x(server.content.descriptor)).toBe(16);
  expect(kept()).toEqual([]);
});

test('in conflict it stays kept, and is not tried over and over', async () => {
  const { server, page, kept, reads } = await leftBehind();
  server.content = { name: 'Theirs', descriptor: to(500).apply(start), notes: {} };
  server.revision = 7;
  const { documents, advance, open } = page();
  for (let round = 0; round < 3; round++) {
    await documents.catchUp();
    await advance(1000);
  }
  expect(x(server.content.descriptor)).toBe(500);
  expect(kept()).toHaveLength(1);
  expect(reads()).toBe(2);
  expect((await open()).state().saveState).toBe('conflict');
});

test('catching up leaves alone what somebody opens or looks at', async () => {
  const { page, kept } = await leftBehind();
  const { documents } = page();
  const opened = await documents.open('f');
  await documents.catchUp();
  const release = documents.hold(opened);
  await documents.catchUp();
  expect(opened.restored).toBe(true);
  expect(documents.all()).toEqual([opened]);
  expect(kept()).toHaveLength(1);
  release();
});

test('who opens a flow that is just being caught up with gets it at once', async () => {
  const { server, page, kept } = await leftBehind();
  const { documents, open, advance } = page();
  const hanging = gate();
  server.before = hanging.wait;
  const caughtUp = documents.catchUp();
  await settled();
  const { state } = await open();
  expect(x(state().descriptor)).toBe(16);
  state().apply(to(32));
  hanging.release();
  await caughtUp;
  await advance(600);
  expect(x(server.content.descriptor)).toBe(32);
  expect(state().saveState).toBe('saved');
  expect(kept()).toEqual([]);
});

test('without a network each time is one try, and the work stays for who opens the flow', async () => {
  const { server, page, kept } = await leftBehind();
  const sent = server.requests.length;
  server.before = unreachable;
  const { documents, advance } = page();
  for (const tries of [1, 2]) {
    await documents.catchUp();
    await advance(60_000);
    expect(server.requests).toHaveLength(sent + tries);
  }
  expect(kept()).toHaveLength(1);
  expect(x((await page().open()).state().descriptor)).toBe(16);
});

test('what arrived although its page was gone is forgotten by catching up', async () => {
  const { server, page, kept } = await leftBehind();
  server.content = { ...server.content, descriptor: to(16).apply(start) };
  server.revision++;
  await page().documents.catchUp();
  expect(kept()).toEqual([]);
});
