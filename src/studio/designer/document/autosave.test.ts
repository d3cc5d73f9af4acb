import { expect, test } from 'vitest';
import { settled } from './testing/fake-timers.ts';
import { failure, gate } from './testing/flow-server.ts';
import { open, openInConflict, to, x } from './testing/open-flow.ts';

test('an edit is saved 600 ms later, with the revision it was made on', async () => {
  const { state, advance, server } = open();
  state().apply(to(16));
  expect(state().saveState).toBe('unsaved');
  await advance(599);
  expect(server.requests).toHaveLength(0);
  await advance(1);
  expect(server.requests).toMatchObject([{ revision: 1, force: false }]);
  expect(state().saveState).toBe('saved');
  state().apply(to(32));
  await advance(600);
  expect(server.requests[1]!.revision).toBe(2);
  expect(x(server.content.descriptor)).toBe(32);
});

test('edits in a row are one request, but the first waits five seconds at most', async () => {
  const { state, advance, server } = open();
  for (let step = 1; step <= 10; step++) {
    state().apply(to(step));
    await advance(500);
  }
  expect(server.requests).toHaveLength(1);
  expect(x(server.requests[0]!.content.descriptor)).toBe(10);
});

test('undo back to what the server has needs no request', async () => {
  const { state, advance, server } = open();
  state().apply(to(16));
  state().undo();
  expect(state().saveState).toBe('saved');
  await advance(10_000);
  expect(server.requests).toHaveLength(0);
});

test('what changes during a request follows in a second one, never beside it', async () => {
  const { state, advance, server } = open();
  const { wait, release } = gate();
  server.before = wait;
  state().apply(to(16));
  await advance(600);
  expect(state().saveState).toBe('saving');
  state().apply(to(32));
  await advance(5000);
  expect(server.requests).toHaveLength(1);
  release();
  await settled();
  expect(state().saveState).toBe('unsaved');
  await advance(600);
  expect(server.requests.map((request) => request.revision)).toEqual([1, 2]);
  expect(state().saveState).toBe('saved');
});

test('a rename is saved as well', async () => {
  const { state, advance, server } = open();
  state().rename('  Orders ');
  await advance(600);
  expect(server.content.name).toBe('Orders');
});

test('a running flow is updated by force, also when it was started elsewhere', async () => {
  const running = open({ stage: 'running' });
  running.state().apply(to(16));
  await running.advance(600);
  expect(running.server.requests[0]!.force).toBe(true);

  const startedElsewhere = open();
  startedElsewhere.server.before = ({ force }) => {
    if (!force) throw failure(409, 'FLOW_RUNNING');
  };
  startedElsewhere.state().apply(to(16));
  await startedElsewhere.advance(600);
  expect(startedElsewhere.state()).toMatchObject({ saveState: 'saved', stage: 'running' });
});

test('a server that is away is asked again after 1, 2, 4 … seconds, and the work is kept meanwhile', async () => {
  const { state, advance, server, keeper } = open();
  server.before = () => {
    throw failure(0, 'UNREACHABLE');
  };
  state().apply(to(16));
  await advance(600);
  expect(state()).toMatchObject({ saveState: 'error', saveError: 'UNREACHABLE 0' });
  expect(keeper.read()).toMatchObject({ revision: 1, content: { descriptor: { a: { x: 16 } } } });
  await advance(1000);
  expect(server.requests).toHaveLength(2);
  await advance(1999);
  expect(server.requests).toHaveLength(2);
  await advance(1);
  expect(server.requests).toHaveLength(3);
  server.before = () => undefined;
  await advance(4000);
  expect(state().saveState).toBe('saved');
  expect(keeper.read()).toBeUndefined();
});

test('coming back tries again at once', async () => {
  const { state, advance, server, autosave } = open();
  server.before = () => {
    throw failure(503, 'UNAVAILABLE');
  };
  state().apply(to(16));
  await advance(600);
  server.before = () => undefined;
  autosave.retry();
  await settled();
  expect(state().saveState).toBe('saved');
});

test('a refusal is not repeated until there is another edit', async () => {
  const { state, advance, server } = open();
  server.before = () => {
    throw failure(400, 'INVALID_DESCRIPTOR');
  };
  state().apply(to(16));
  await advance(600);
  expect(state().saveState).toBe('error');
  await advance(120_000);
  expect(server.requests).toHaveLength(1);
  server.before = () => undefined;
  state().apply(to(32));
  await advance(600);
  expect(state().saveState).toBe('saved');
});

test('a version saved elsewhere is a conflict: nothing is sent until one chooses', async () => {
  const { state, advance, server } = await openInConflict();
  expect(state().saveState).toBe('conflict');
  state().apply(to(32));
  await advance(60_000);
  expect(server.requests).toHaveLength(1);
  expect(x(server.content.descriptor)).toBe(500);
});

test('taking their version can be undone, and is saved then', async () => {
  const { state, autosave, advance, server } = await openInConflict();
  await autosave.takeTheirs();
  expect(state()).toMatchObject({ saveState: 'saved', name: 'Theirs' });
  expect(x(state().descriptor)).toBe(500);
  state().undo();
  expect(x(state().descriptor)).toBe(16);
  expect(state().name).toBe('Flow');
  await advance(600);
  expect(server.requests.at(-1)!.revision).toBe(7);
  expect(x(server.content.descriptor)).toBe(16);
});

test('keeping mine overwrites the newest revision', async () => {
  const { state, autosave, server } = await openInConflict();
  await autosave.keepMine();
  expect(server.requests.at(-1)!.revision).toBe(7);
  expect(x(server.content.descriptor)).toBe(16);
  expect(state().saveState).toBe('saved');
});

test('keeping both makes a flow of mine and shows theirs, which undo takes back', async () => {
  const { state, autosave, advance, server } = await openInConflict();
  expect(await autosave.keepBoth('Mine')).toEqual({ flowId: 'other-1', isWhole: true });
  expect(server.others).toMatchObject([{ name: 'Mine' }]);
  expect(x(server.others[0]!.descriptor)).toBe(16);
  expect(state()).toMatchObject({ saveState: 'saved', name: 'Theirs' });
  expect(x(state().descriptor)).toBe(500);
  await advance(60_000);
  expect(x(server.content.descriptor)).toBe(500);
  state().undo();
  expect(x(state().descriptor)).toBe(16);
});

test('what is edited while the other flow is made stays in conflict, and asking twice makes one', async () => {
  const { state, autosave, server } = await openInConflict();
  const { wait, release } = gate();
  const { saveAsOther } = server;
  server.saveAsOther = async (content) => {
    await wait();
    return saveAsOther(content);
  };
  const both = [autosave.keepBoth('Mine'), autosave.keepBoth('Mine')];
  await settled();
  state().apply(to(32));
  release();
  const made = { flowId: 'other-1', isWhole: false };
  expect(await Promise.all(both)).toEqual([made, made]);
  expect(server.others).toHaveLength(1);
  expect(x(server.others[0]!.descriptor)).toBe(16);
  expect(state().saveState).toBe('conflict');
  expect(x(state().descriptor)).toBe(32);
});

test('keeping both changes nothing when their version cannot be read', async () => {
  const { state, autosave, server } = await openInConflict();
  server.read = () => Promise.reject(failure(0, 'UNREACHABLE'));
  await expect(autosave.keepBoth('Mine')).rejects.toThrow('UNREACHABLE');
  expect(server.others).toEqual([]);
  expect(state().saveState).toBe('conflict');
  expect(x(state().descriptor)).toBe(16);
});

test('a save whose answer got lost is no conflict', async () => {
  const { state, advance, server } = open();
  server.after = () => {
    throw failure(0, 'UNREACHABLE');
  };
  state().apply(to(16));
  await advance(600);
  expect(state().saveState).toBe('error');
  server.after = () => undefined;
  state().apply(to(32));
  await advance(2000);
  expect(state().saveState).toBe('saved');
  expect(x(server.content.descriptor)).toBe(32);
});

test('flush saves at once and tells what keeps it from that', async () => {
  const { state, autosave, server } = open();
  await autosave.flush();
  expect(server.requests).toHaveLength(0);
  state().apply(to(16));
  await autosave.flush();
  expect(x(server.content.descriptor)).toBe(16);
  server.before = () => {
    throw failure(500, 'INTERNAL');
  };
  state().apply(to(32));
  await expect(autosave.flush()).rejects.toThrow('INTERNAL 500');
  const inConflict = await openInConflict();
  await expect(inConflict.autosave.flush()).rejects.toThrow('changed elsewhere');
});
