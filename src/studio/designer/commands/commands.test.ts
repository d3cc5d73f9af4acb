import { expect, test } from 'vitest';
import type { Descriptor, FlowStage, FlowType } from '../../../flow/descriptor.ts';
import { linksOf } from '../../../flow/graph.ts';
import { setLabel } from '../../../flow/operations/set-label.ts';
import { linkId } from '../canvas/link-id.ts';
import { openDocument } from '../document/open-document.ts';
import { createFakeTimers } from '../document/testing/fake-timers.ts';
import { createMemoryServer } from '../document/testing/flow-server.ts';
import { createMemoryStorage } from '../document/testing/memory-storage.ts';
import { createUnsentWorkKeeper } from '../document/unsent-work.ts';
import { createPanelsStore } from '../panels/panels-store.ts';
import type { Command, CommandContext } from './command.ts';
import { type CommandName, commands } from './commands.ts';

const chain: Descriptor = {
  a: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  b: { type: 'appmixer.utils.controls.SetVariable', x: 320, y: 0, source: { in: { a: ['out'] } } },
  c: { type: 'appmixer.utils.http.Post', x: 640, y: 0, source: { in: { b: ['out'] } } },
};

function open({
  descriptor = chain,
  type = 'automation',
  stage = 'stopped',
}: { descriptor?: Descriptor; type?: FlowType; stage?: FlowStage } = {}) {
  const { timers, clock } = createFakeTimers();
  const content = { name: 'Flow', descriptor };
  const document = openDocument(
    { flowId: 'f1', name: 'Flow', type, stage, flow: descriptor, revision: 1 } as Parameters<
      typeof openDocument
    >[0],
    {
      server: createMemoryServer(content),
      keeper: createUnsentWorkKeeper(createMemoryStorage(), 'f1'),
      timers,
      clock,
      problemsOf: () => [],
    },
  );
  const viewed: string[] = [];
  const view = (what: string) => async () => viewed.push(what) > 0;
  let ids = 0;
  const context: CommandContext = {
    document,
    panels: createPanelsStore(createMemoryStorage()),
    viewport: { zoomIn: view('in'), zoomOut: view('out'), fitView: view('fit') },
    narrow: false,
    startFlow: async () => void viewed.push('start'),
    stopFlow: async () => void viewed.push('stop'),
    newId: () => `new${++ids}`,
  };
  const state = () => document.store.getState();
  return { context, state, viewed, can: (name: CommandName) => commands[name].when(state()) };
}

test('what needs a selection waits for one', () => {
  const { state, can } = open();
  expect([can('delete'), can('duplicate'), can('selectNothing')]).toEqual([false, false, false]);
  state().select(['b']);
  expect([can('delete'), can('duplicate'), can('selectNothing')]).toEqual([true, true, true]);
  state().changeSelection({ components: [], links: [linkId(linksOf(chain)[0]!)] });
  expect([can('delete'), can('duplicate')]).toEqual([true, false]);
});

test('undo and redo are there when there is a step, and name it', () => {
  const { state, can, context } = open();
  const undo: Command = commands.undo;
  expect([can('undo'), can('redo')]).toEqual([false, false]);
  state().apply(setLabel({ componentId: 'a', label: 'Begin' }));
  expect([can('undo'), undo.detail?.(state())]).toEqual([true, 'Rename component']);
  undo.run(context);
  expect([can('undo'), can('redo')]).toEqual([false, true]);
});

test.each<[FlowType, FlowStage, CommandName[]]>([
  ['automation', 'stopped', ['start']],
  ['automation', 'error', ['start']],
  ['automation', 'running', ['stop']],
  ['automation', 'starting', []],
  ['integration-instance', 'running', ['stop']],
  ['integration-draft', 'stopped', ['publish']],
  ['integration-template', 'stopped', []],
])('%s, %s: %j', (type, stage, offered) => {
  const { can } = open({ type, stage });
  const lifecycle: CommandName[] = ['start', 'stop', 'publish'];
  expect(lifecycle.filter(can)).toEqual(offered);
});

test('starting, stopping and the view are left to those who can', () => {
  const { context, viewed } = open();
  for (const name of ['start', 'stop', 'zoomIn', 'fit'] as const) commands[name].run(context);
  expect(viewed).toEqual(['start', 'stop', 'in', 'fit']);
});

test('an empty flow has nothing to select or to fit', () => {
  const { can } = open({ descriptor: {} });
  expect([can('selectAll'), can('fit')]).toEqual([false, false]);
});

test('deleting heals the chain, although the links around were selected too, in one step', () => {
  const { state, context } = open();
  state().changeSelection({ components: ['b'], links: linksOf(chain).map(linkId) });
  commands.delete.run(context);
  expect(linksOf(state().descriptor)).toEqual([{ from: 'a', outPort: 'out', to: 'c', inPort: 'in' }]);
  state().undo();
  expect(state().descriptor).toBe(chain);
});

test('deleting a link leaves its ends', () => {
  const { state, context } = open();
  state().changeSelection({ links: [linkId(linksOf(chain)[1]!)] });
  commands.delete.run(context);
  expect(state().canUndo).toBe('Delete link');
  expect(linksOf(state().descriptor)).toHaveLength(1);
  expect(Object.keys(state().descriptor)).toEqual(['a', 'b', 'c']);
  expect(state().linkSelection).toEqual([]);
});

test('duplicates are selected', () => {
  const { state, context } = open();
  commands.selectAll.run(context);
  commands.duplicate.run(context);
  expect(state().selection).toEqual(['new1', 'new2', 'new3']);
  expect(Object.keys(state().descriptor)).toHaveLength(6);
});

test('panels open and close beside the canvas, or one at a time over it', () => {
  const { context } = open();
  commands.togglePalette.run(context);
  expect(context.panels.getState().paletteOpen).toBe(false);
  commands.togglePalette.run({ ...context, narrow: true });
  expect(context.panels.getState().overlay).toBe('palette');
  commands.toggleInspector.run({ ...context, narrow: true });
  expect(context.panels.getState().overlay).toBe('inspector');
});

test('no key stands for two commands', () => {
  const keys = Object.values<Command>(commands).flatMap(({ shortcuts }) =>
    shortcuts.map((key) => JSON.stringify(key)),
  );
  expect(new Set(keys).size).toBe(keys.length);
});
