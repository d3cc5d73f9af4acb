// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Descriptor, FlowStage, FlowType } from '../../../flow/descriptor.ts';
import { linksOf } from '../../../flow/graph.ts';
import { inEnglish, message } from '../../../flow/messages/message.ts';
import type { Notes } from '../../../flow/notes.ts';
import type { Problem } from '../../../flow/problems.ts';
import { setLabel } from '../../../flow/operations/set-label.ts';
import { createCanvasStore } from '../canvas/canvas-store.ts';
import { linkId } from '../canvas/link-id.ts';
import { readFlowText } from '../clipboard/flow-text.ts';
import { holdsText } from '../document/held-text.ts';
import { openDocument } from '../document/open-document.ts';
import { createFakeTimers } from '../document/testing/fake-timers.ts';
import { createMemoryServer } from '../document/testing/flow-server.ts';
import { createMemoryStorage } from '../document/testing/memory-storage.ts';
import { createUnsentWorkKeeper } from '../document/unsent-work.ts';
import { createPanelsStore } from '../panels/panels-store.ts';
import { createTestStore } from '../test-run/test-store.ts';
import { createPopups } from '../menus/popups.ts';
import type { Command, CommandContext } from './command.ts';
import { type CommandName, commands } from './commands.ts';
import { found } from '../document/testing/found.ts';

const chain: Descriptor = {
  a: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  b: { type: 'appmixer.utils.controls.SetVariable', x: 320, y: 0, source: { in: { a: ['out'] } } },
  c: { type: 'appmixer.utils.http.Post', x: 640, y: 0, source: { in: { b: ['out'] } } },
};

const someNotes: Notes = { n: { x: 0, y: 0, width: 200, height: 80, content: '# Hi', tag: 1 }, odd: 'kept' };

function open({
  descriptor = chain,
  notes = {},
  type = 'automation',
  stage = 'stopped',
  problems = [],
}: {
  descriptor?: Descriptor;
  notes?: Notes;
  type?: FlowType;
  stage?: FlowStage;
  problems?: Problem[];
} = {}) {
  const { timers, clock } = createFakeTimers();
  const content = { name: 'Flow', descriptor, notes };
  const document = openDocument(
    { flowId: 'f1', name: 'Flow', type, stage, flow: descriptor, notes, revision: 1 } as Parameters<
      typeof openDocument
    >[0],
    {
      server: createMemoryServer(content),
      keeper: createUnsentWorkKeeper(createMemoryStorage(), { flowId: 'f1', slotId: '1' }),
      timers,
      clock,
      searchProblems: () => found(problems),
    },
  );
  document.store.getState().checkNow();
  const viewed: string[] = [];
  const clipboard: string[] = [];
  const files: { name: string; content: Blob }[] = [];
  const view = (what: string) => async () => viewed.push(what) > 0;
  let ids = 0;
  const context: CommandContext = {
    document,
    panels: createPanelsStore(createMemoryStorage()),
    testRun: createTestStore(),
    viewport: {
      zoomIn: view('in'),
      zoomOut: view('out'),
      zoomTo: view('to'),
      fitView: view('fit'),
      flowToScreenPosition: (point) => point,
    },
    canvas: createCanvasStore(),
    reveal: (id) => void viewed.push(id),
    narrow: false,
    startFlow: async () => void viewed.push('start'),
    stopFlow: async () => void viewed.push('stop'),
    goToProblem: ({ problem }) => void viewed.push(problem.place.field ?? ''),
    popups: createPopups(),
    clipboard: {
      write: async (text) => void clipboard.push(text),
      read: async () => clipboard.at(-1) ?? '',
    },
    place: () => ({ x: 0, y: 0 }),
    saveFile: (name, content) => void files.push({ name, content }),
    newId: () => `new${++ids}`,
  };
  const state = () => document.store.getState();
  return {
    context,
    state,
    viewed,
    clipboard,
    files,
    can: (name: CommandName) => commands[name].when(state()),
  };
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

test('undo takes back what was typed last, redo nothing that it would be lost by', () => {
  const { state, context } = open();
  const label = () => state().descriptor['a']?.label;
  const typed: string[] = [];
  const forget = holdsText(() => {
    for (const text of typed.splice(0)) state().apply(setLabel({ componentId: 'a', label: text }));
  });
  state().apply(setLabel({ componentId: 'a', label: 'one' }));
  typed.push('two');
  commands.undo.run(context);
  expect(label()).toBe('one');
  typed.push('three');
  commands.redo.run(context);
  expect(label()).toBe('three');
  forget();
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
  expect(commands.undo.detail(state())).toBe('Delete link');
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

test('cutting heals the chain in one step, and only when the clipboard has what is cut', async () => {
  const { state, context, clipboard } = open();
  state().select(['b']);
  commands.cut.run({
    ...context,
    clipboard: { ...context.clipboard, write: () => Promise.reject(new Error('no')) },
  });
  commands.copy.run(context);
  await expect.poll(() => clipboard).toHaveLength(1);
  expect(state().descriptor).toBe(chain);
  commands.cut.run(context);
  await expect.poll(() => commands.undo.detail(state())).toBe('Cut');
  expect(linksOf(state().descriptor)).toEqual([{ from: 'a', outPort: 'out', to: 'c', inPort: 'in' }]);
  commands.paste.run(context);
  await expect.poll(() => state().selection).toEqual(['new1']);
  expect(state().descriptor['new1']).toMatchObject({ type: chain['b']!.type, source: chain['b']!.source });
});

test('components are disabled and enabled, and offered what is left to do', () => {
  const { state, context, can } = open();
  commands.selectAll.run(context);
  expect([can('disable'), can('enable')]).toEqual([true, false]);
  commands.disable.run(context);
  expect(Object.values(state().descriptor).every(({ disabled }) => disabled)).toBe(true);
  expect([can('disable'), can('enable')]).toEqual([false, true]);
  commands.enable.run(context);
  expect(state().descriptor).toEqual(chain);
});

test('renaming and replacing are for one component, and open their popup', () => {
  const { state, context, can } = open();
  commands.selectAll.run(context);
  expect([can('rename'), can('replace')]).toEqual([false, false]);
  state().select(['b']);
  commands.rename.run(context);
  expect(context.popups.getState().popup).toEqual({ kind: 'rename', componentId: 'b' });
  commands.replace.run(context);
  expect(context.popups.getState().popup).toEqual({ kind: 'replace', componentId: 'b' });
});

test('an exported flow is a document that can be imported, under a name every file system takes', async () => {
  const { context, files, state } = open({ notes: someNotes });
  state().rename('A/B: "C"');
  commands.exportJson.run(context);
  commands.exportSvg.run(context);
  await expect.poll(() => files).toHaveLength(2);
  expect(files.map(({ name }) => name)).toEqual(['A B C.json', 'A B C.svg']);
  expect(readFlowText(await files[0]!.content.text())).toEqual({
    ok: true,
    content: { descriptor: chain, notes: someNotes },
  });
  expect(await files[1]!.content.text()).toContain('<svg');
});

test('notes are selected, duplicated, cut and deleted together with components, each in one step', async () => {
  const { state, context, can, clipboard } = open({ notes: someNotes });
  commands.selectAll.run(context);
  expect(state().noteSelection).toEqual(['n']);
  commands.duplicate.run(context);
  expect(inEnglish(state().canUndo!)).toBe('Duplicate 3 components and 1 note');
  expect(state().noteSelection).toEqual(['new4']);
  commands.delete.run(context);
  expect(inEnglish(state().canUndo!)).toBe('Delete 3 components and 1 note');
  expect(state().notes).toEqual(someNotes);
  state().undo();
  state().undo();
  expect([state().descriptor, state().notes]).toEqual([chain, someNotes]);
  state().changeSelection({ components: ['a'], notes: ['n'] });
  commands.moveRight.run(context);
  commands.moveFarRight.run(context);
  expect(state()).toMatchObject({ descriptor: { a: { x: 80 } }, notes: { n: { x: 80, tag: 1 } } });
  state().undo();
  state().changeSelection({ components: [], notes: ['n'] });
  expect([can('cut'), can('zoomToSelection'), can('rename'), can('tidy')]).toEqual([true, true, false, true]);
  commands.cut.run(context);
  await expect.poll(() => state().canUndo).toEqual(message('operation.cut'));
  expect(JSON.parse(clipboard[0]!)).toMatchObject({ components: {}, notes: { n: { content: '# Hi' } } });
  commands.paste.run(context);
  await expect.poll(() => state().noteSelection).toHaveLength(1);
});

test('a new note is selected and written in at once; it lies below no card and on no other note', () => {
  const { state, context, viewed } = open();
  commands.addNote.run(context);
  expect(state()).toMatchObject({
    noteSelection: ['new1'],
    notes: { new1: { x: -112, y: 80, content: '' } },
  });
  expect(context.canvas.getState().editingNote).toBe('new1');
  expect(viewed).toEqual(['note:new1']);
  commands.addNote.run(context);
  expect(state().notes).toMatchObject({ new2: { x: -112, y: 224 } });
});

test('colours and writing are for notes', () => {
  const { state, context, can } = open({ notes: someNotes });
  expect([can('editNote'), can('noteBlue')]).toEqual([false, false]);
  state().changeSelection({ notes: ['n'] });
  expect([can('editNote'), can('noteBlue')]).toEqual([true, true]);
  commands.noteBlue.run(context);
  expect(state().notes).toMatchObject({ n: { color: 'blue', tag: 1 } });
  commands.notePlain.run(context);
  expect(state().notes).toEqual(someNotes);
});

const problem = (componentId: string, field: string): Problem => ({
  componentId,
  kind: 'missing-required',
  message: message('problem.required', { field }),
  place: { part: 'properties', field },
});

test('what a modifier refuses of the example alone is shown, and keeps nobody from publishing', () => {
  const refused: Problem = {
    componentId: 'c',
    kind: 'refused-value',
    message: message('problem.noTrigger'),
    place: { part: 'input', field: 'url' },
  };
  const { context, state } = open({ type: 'integration-draft', problems: [refused] });
  commands.publish.run(context);
  expect(state().problems).toEqual([refused]);
  expect(context.panels.getState()).toMatchObject({ publishing: true, problemsOpen: false });
});

test('with problems there is nothing to publish: they are shown instead', () => {
  const { context } = open({ type: 'integration-draft', problems: [problem('a', 'one')] });
  commands.publish.run(context);
  expect(context.panels.getState()).toMatchObject({
    publishing: false,
    problemsOpen: true,
    refused: 'publish',
  });
  const sound = open({ type: 'integration-draft' });
  commands.publish.run(sound.context);
  expect(sound.context.panels.getState()).toMatchObject({ publishing: true, problemsOpen: false });
});

test('from problem to problem, as long as there are any', () => {
  const { context, viewed, can } = open({ problems: [problem('a', 'one'), problem('b', 'two')] });
  commands.nextProblem.run(context);
  commands.previousProblem.run(context);
  expect(viewed).toEqual(['one', 'two']);
  expect(can('nextProblem')).toBe(true);
  expect(open().can('nextProblem')).toBe(false);
});

test('the list of problems opens and closes, and the outline takes the place of the canvas', () => {
  const { context } = open();
  const panels = () => context.panels.getState();
  commands.toggleProblems.run(context);
  expect(panels().problemsOpen).toBe(true);
  commands.toggleProblems.run(context);
  expect(panels().problemsOpen).toBe(false);
  commands.toggleOutline.run(context);
  expect(panels().outlineOpen).toBe(true);
});
