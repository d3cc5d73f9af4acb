import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import { addNote } from '../../../flow/operations/add-note.ts';
import { setNoteContent } from '../../../flow/operations/set-note-content.ts';
import { fingerprintOf } from './fingerprint.ts';
import { settled } from './testing/fake-timers.ts';
import { createMemoryServer, failure, gate } from './testing/flow-server.ts';
import { createMemoryStorage } from './testing/memory-storage.ts';
import { keeperIn, leftWork, open, openInConflict, start, to, x } from './testing/open-flow.ts';
import type { UnsentWork } from './unsent-work.ts';

test('closing the page sends what is unsent in a request that outlives it, and keeps it', async () => {
  const { state, autosave, server, keeper } = open();
  expect(autosave.leave()).toBe(true);
  expect(server.requests).toHaveLength(0);
  state().apply(to(16));
  expect(autosave.leave()).toBe(true);
  expect(server.requests).toMatchObject([{ keepalive: true, revision: 1 }]);
  expect(keeper.read()?.content.descriptor).toMatchObject({ a: { x: 16 } });
});

test('closing asks when work is too big for such a request and there is no room to keep it', () => {
  const { state, autosave, server } = open({ storage: createMemoryStorage({ full: true }) });
  state().apply({
    name: message('operation.paste', { count: 1 }),
    apply: () => ({ a: { ...start['a']!, label: 'x'.repeat(60_000) } }),
  });
  expect(autosave.leave()).toBe(false);
  expect(server.requests).toHaveLength(0);
  expect(state().kept).toBe(false);
});

test('closing asks when there is no room, whatever a request may do yet; with room again it is kept', async () => {
  const storage = createMemoryStorage({ full: true });
  const { state, autosave, server, advance, keeper } = open({ storage });
  server.before = () => {
    throw failure(0, 'UNREACHABLE');
  };
  state().apply(to(16));
  expect(autosave.leave()).toBe(false);
  await settled();
  expect(state()).toMatchObject({ saveState: 'error', kept: false });
  storage.full = false;
  state().apply(to(32));
  await advance(300);
  expect(state().kept).toBe(true);
  expect(x(keeper.read()!.content.descriptor)).toBe(32);
  expect(autosave.leave()).toBe(true);
});

test('unsent work is in the document again on the next visit, as a step to undo, and gets saved', async () => {
  const storage = createMemoryStorage();
  keeperIn(storage).keep({ ...leftWork, content: { ...leftWork.content, name: 'Renamed' } });
  const { state, restored, advance, server, keeper } = open({ storage });
  expect(restored).toBe(true);
  expect(state()).toMatchObject({ name: 'Renamed', canUndo: message('operation.bringBack') });
  await advance(600);
  expect(x(server.content.descriptor)).toBe(16);
  expect(keeper.read()).toBeUndefined();
});

test('notes are saved, kept over a visit, and part of a conflict as components are', async () => {
  const storage = createMemoryStorage();
  const first = open({ storage });
  first.server.before = () => {
    throw failure(0, 'UNREACHABLE');
  };
  first.state().apply(addNote({ id: 'n', x: 0, y: 0 }));
  await first.advance(600);
  const { state, advance, server, autosave } = open({ storage });
  expect(Object.keys(state().notes)).toEqual(['n']);
  await advance(600);
  expect(state().saveState).toBe('saved');
  expect(Object.keys(server.content.notes)).toEqual(['n']);

  server.content = { ...server.content, notes: { theirs: { content: 'Theirs' } } };
  server.revision = 9;
  state().apply(setNoteContent({ id: 'n', content: 'Mine' }));
  await advance(600);
  expect(state().saveState).toBe('conflict');
  await autosave.takeTheirs();
  expect(state()).toMatchObject({ saveState: 'saved', notes: { theirs: { content: 'Theirs' } } });
  state().undo();
  expect(state().notes).toMatchObject({ n: { content: 'Mine' } });
  state().undo();
  state().undo();
  expect(state()).toMatchObject({ notes: {}, canUndo: undefined });
});

test('unsent work kept without notes, or with odd ones, is readable', () => {
  const storage = createMemoryStorage();
  for (const notes of [undefined, 'odd']) {
    const content = { ...leftWork.content, notes };
    keeperIn(storage).keep({ ...leftWork, content } as unknown as UnsentWork);
    expect(open({ storage }).state().notes).toEqual({});
  }
});

test('unsent work of an older revision is a conflict, unless it says what the server says', async () => {
  const storage = createMemoryStorage();
  keeperIn(storage).keep(leftWork);
  const elsewhere = open({
    storage,
    server: createMemoryServer({ name: 'Flow', descriptor: to(99).apply(start), notes: {} }, 2),
  });
  expect(elsewhere.state().saveState).toBe('conflict');
  expect(x(elsewhere.state().descriptor)).toBe(16);

  keeperIn(storage).keep(leftWork);
  const upToDate: Descriptor = { a: { ...to(16).apply(start)['a']!, version: '2.0.0' } };
  const arrived = open({
    storage,
    server: createMemoryServer({ name: 'Flow', descriptor: upToDate, notes: {} }, 2),
  });
  expect(arrived.restored).toBe(false);
  expect(arrived.state().saveState).toBe('saved');
  expect(arrived.keeper.read()).toBeUndefined();
});

test('edits are kept a moment after they were made: before a request, during one that hangs, and in a conflict', async () => {
  const { state, advance, server, keeper } = open();
  const kept = () => x(keeper.read()!.content.descriptor);
  state().apply(to(16));
  await advance(300);
  expect(server.requests).toHaveLength(0);
  expect(kept()).toBe(16);
  const { wait } = gate();
  server.before = wait;
  await advance(300);
  expect(state().saveState).toBe('saving');
  state().apply(to(32));
  await advance(300);
  expect(kept()).toBe(32);

  const inConflict = await openInConflict();
  inConflict.state().apply(to(48));
  await inConflict.advance(300);
  expect(x(inConflict.keeper.read()!.content.descriptor)).toBe(48);
});

test('typing without a pause is kept every two seconds', async () => {
  const { state, advance, keeper } = open();
  for (let step = 1; step <= 20; step++) {
    state().apply(to(step));
    await advance(100);
  }
  expect(x(keeper.read()!.content.descriptor)).toBe(20);
});

test('a page nobody looks at keeps at once what is not kept yet', () => {
  const { state, autosave, keeper } = open();
  state().apply(to(16));
  autosave.keep();
  expect(x(keeper.read()!.content.descriptor)).toBe(16);
});

test('a page that closes during a save sends nothing beside it, so that nobody is overwritten unseen', async () => {
  const { state, autosave, server, advance, keeper } = open();
  const { wait, release } = gate();
  server.before = wait;
  state().apply(to(16));
  await advance(600);
  state().apply(to(32));
  server.content = { name: 'Theirs', descriptor: to(500).apply(start), notes: {} };
  server.revision = 2;
  expect(autosave.leave()).toBe(true);
  release();
  await settled();
  expect(server.requests).toHaveLength(1);
  expect(x(server.content.descriptor)).toBe(500);
  expect(x(keeper.read()!.content.descriptor)).toBe(32);
});

test('answers that got lost are no conflict, however many tries failed since', async () => {
  const { state, advance, server } = open();
  server.after = () => {
    throw failure(0, 'UNREACHABLE');
  };
  state().apply(to(16));
  await advance(600);
  server.before = () => {
    throw failure(0, 'UNREACHABLE');
  };
  state().apply(to(32));
  await advance(600);
  server.before = server.after = () => undefined;
  state().apply(to(48));
  await advance(1200);
  expect(state().saveState).toBe('saved');
  expect(x(server.content.descriptor)).toBe(48);
});

test('undo back to what the server had is sent, too, when something else may have arrived', async () => {
  const { state, advance, server } = open();
  server.after = () => {
    throw failure(0, 'UNREACHABLE');
  };
  state().apply(to(16));
  await advance(600);
  server.after = () => undefined;
  state().undo();
  expect(state().saveState).toBe('unsaved');
  await advance(1200);
  expect(state().saveState).toBe('saved');
  expect(x(server.content.descriptor)).toBe(0);
});

test('a refused try is no unanswered one, but leaves an earlier one unanswered', async () => {
  const { state, advance, server, keeper } = open();
  server.before = () => {
    throw failure(400, 'INVALID_DESCRIPTOR');
  };
  state().apply(to(16));
  await advance(600);
  expect(keeper.read()!.unanswered).toEqual([]);
  server.before = () => {
    throw failure(503, 'UNAVAILABLE');
  };
  state().apply(to(32));
  await advance(600);
  server.before = () => {
    throw failure(401, 'UNAUTHENTICATED');
  };
  await advance(1000);
  expect(keeper.read()!.unanswered).toEqual([fingerprintOf(state())]);
});

test('a revision that something outside the document has raised is no conflict', async () => {
  const { state, advance, server } = open();
  server.revision = 5;
  state().apply(to(16));
  await advance(1200);
  expect(state().saveState).toBe('saved');
  expect(server.requests.map(({ revision }) => revision)).toEqual([1, 5]);
});

const said = (position: number) => ({ name: 'Flow', descriptor: to(position).apply(start), notes: {} });

test('after a reload it counts what the work was made on and what was sent of it, not the revision alone', () => {
  const reopened = (work: Partial<UnsentWork>, theirs = said(0), revision = 1) => {
    const storage = createMemoryStorage();
    keeperIn(storage).keep({ ...leftWork, ...work });
    return open({ storage, server: createMemoryServer(theirs, revision) }).state().saveState;
  };
  // A save that never arrived.
  expect(reopened({ unanswered: [fingerprintOf(said(8))] })).toBe('unsaved');
  // One that did.
  expect(reopened({ unanswered: [fingerprintOf(said(8))] }, said(8), 2)).toBe('unsaved');
  // A change beside the document.
  expect(reopened({}, said(0), 2)).toBe('unsaved');
  expect(reopened({}, said(8), 2)).toBe('conflict');
});

test('a conflict stays one over a reload', async () => {
  const storage = createMemoryStorage();
  keeperIn(storage).keep(leftWork);
  const theirs = { name: 'Flow', descriptor: to(99).apply(start), notes: {} };
  const first = open({ storage, server: createMemoryServer(theirs, 2) });
  first.state().apply(to(32));
  await first.advance(300);
  first.autosave.stop();
  const again = open({ storage, server: createMemoryServer(theirs, 2) });
  expect(again.state()).toMatchObject({ saveState: 'conflict', theirs: { content: theirs, revision: 2 } });
  expect(x(again.state().descriptor)).toBe(32);
  await again.autosave.keepMine();
  expect(x(again.server.content.descriptor)).toBe(32);
  expect(again.keeper.read()).toBeUndefined();
});

test('keeping mine is over the version that was shown, not over a still newer one', async () => {
  const { state, autosave, server } = await openInConflict();
  server.content = { name: 'Newer', descriptor: to(900).apply(start), notes: {} };
  server.revision = 8;
  await autosave.keepMine();
  expect(state()).toMatchObject({ saveState: 'conflict', theirs: { content: { name: 'Newer' } } });
  expect(x(server.content.descriptor)).toBe(900);
});

test('the events of a closing page send the same once', async () => {
  const { state, autosave, server } = open();
  server.before = () => {
    throw failure(0, 'UNREACHABLE');
  };
  state().apply(to(16));
  autosave.leave();
  await settled();
  autosave.leave();
  expect(server.requests).toHaveLength(1);
  state().apply(to(32));
  autosave.leave();
  expect(server.requests).toHaveLength(2);
});
