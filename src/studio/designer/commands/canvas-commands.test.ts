// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import { createCanvasStore } from '../canvas/canvas-store.ts';
import { linkId } from '../canvas/link-id.ts';
import { openStore } from '../document/testing/open-store.ts';
import { canvasCommands } from './canvas-commands.ts';
import type { CommandContext } from './command.ts';

const flow: Descriptor = {
  a: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  b: { type: 'appmixer.utils.controls.Condition', x: 330, y: 5, source: { in: { a: ['out'] } } },
  c: { type: 'appmixer.utils.http.Post', x: 640, y: 90, source: { in: { b: ['true'] } } },
};

function open() {
  const store = openStore({ descriptor: flow, defer: () => undefined });
  const canvas = createCanvasStore();
  const fitted: unknown[] = [];
  const context = {
    document: { store },
    canvas,
    viewport: {
      fitView: async (options: unknown) => fitted.push(options) > 0,
      flowToScreenPosition: ({ x, y }: { x: number; y: number }) => ({ x: x + 1000, y }),
    },
  } as unknown as CommandContext;
  return { store, canvas, fitted, context };
}

type Name = keyof typeof canvasCommands;

test('insert picks for the free output of the one selected component, or for the one selected link', () => {
  const { store, canvas, context } = open();
  const can = () => canvasCommands.insert.when(store.getState());
  expect(can()).toBe(false);
  store.getState().select(['b']);
  canvasCommands.insert.run(context);
  expect(canvas.getState().picking).toMatchObject({
    gap: { kind: 'after', from: 'b', outPort: 'false' },
    screen: { x: 1570, y: 105 },
  });
  store.getState().select(['a', 'b']);
  expect(can()).toBe(false);
  const link = { from: 'a', outPort: 'out', to: 'b', inPort: 'in' };
  store.getState().changeSelection({ components: [], links: [linkId(link)] });
  canvasCommands.insert.run(context);
  expect(canvas.getState().picking?.gap).toEqual({ kind: 'on', link });
});

test('arranging waits for enough cards, and is one named step', () => {
  const { store, context } = open();
  const can = (name: Name) => canvasCommands[name].when(store.getState());
  store.getState().select(['a']);
  expect([can('alignTop'), can('distributeAcross')]).toEqual([false, false]);
  store.getState().select(['a', 'b']);
  expect([can('alignTop'), can('distributeAcross')]).toEqual([true, false]);
  canvasCommands.alignTop.run(context);
  expect(store.getState()).toMatchObject({
    canUndo: message('operation.align.top'),
    descriptor: { b: { y: 0 } },
  });
  store.getState().select(['a', 'b', 'c']);
  canvasCommands.distributeAcross.run(context);
  expect(store.getState().descriptor['b']!.x).toBe(320);
});

test('arrow keys move by the grid, with Shift by four; pressed in a row they are one step', () => {
  const { store, context } = open();
  store.getState().select(['a', 'c']);
  canvasCommands.moveRight.run(context);
  canvasCommands.moveFarRight.run(context);
  canvasCommands.moveUp.run(context);
  expect(store.getState().descriptor).toMatchObject({ a: { x: 80, y: -16 }, c: { x: 720, y: 74 } });
  store.getState().undo();
  expect(store.getState().descriptor).toBe(flow);
});

test('zoom to selection shows the selected cards, never larger than life', () => {
  const { store, fitted, context } = open();
  store.getState().select(['b', 'c']);
  canvasCommands.zoomToSelection.run(context);
  expect(fitted).toMatchObject([{ nodes: [{ id: 'b' }, { id: 'c' }], maxZoom: 1 }]);
});
