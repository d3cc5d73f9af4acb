import { expect, test } from 'vitest';
import { createMemoryStorage } from '../document/testing/memory-storage.ts';
import { createPanelsStore } from './panels-store.ts';

test('the layout is the same on the next visit, what lies over the canvas is not', () => {
  const storage = createMemoryStorage();
  const first = createPanelsStore(storage).getState();
  first.toggle('palette', false);
  first.setInspectorWidth(500.4);
  first.toggleOutline();
  first.readLargeFlow();
  first.showProblems('start');
  first.show('inspector');
  expect(createPanelsStore(storage).getState()).toMatchObject({
    paletteOpen: false,
    inspectorOpen: true,
    inspectorWidth: 500,
    outlineOpen: true,
    largeFlowRead: true,
    problemsOpen: false,
    overlay: undefined,
  });
});

test('the inspector is never too narrow to read or too wide for a canvas', () => {
  const store = createPanelsStore(createMemoryStorage());
  store.getState().setInspectorWidth(10);
  expect(store.getState().inspectorWidth).toBe(320);
  store.getState().setInspectorWidth(10_000);
  expect(store.getState().inspectorWidth).toBe(640);
});

test('a layout nobody can read is the usual one', () => {
  const storage = createMemoryStorage();
  storage.setItem('tributary-designer-panels', '{"inspectorWidth":');
  expect(createPanelsStore(storage).getState()).toMatchObject({ paletteOpen: true, inspectorWidth: 380 });
});

test('a panel that is to be seen opens, and stays when it is open', () => {
  const store = createPanelsStore(createMemoryStorage());
  store.getState().open('inspector', false);
  expect(store.getState().inspectorOpen).toBe(true);
  store.getState().toggle('inspector', false);
  store.getState().open('inspector', false);
  expect(store.getState().inspectorOpen).toBe(true);
  store.getState().open('palette', true);
  expect(store.getState().overlay).toBe('palette');
});

test('the problems say what they have kept one from, until they are closed', () => {
  const store = createPanelsStore(createMemoryStorage());
  store.getState().showProblems('publish');
  expect(store.getState()).toMatchObject({ problemsOpen: true, refused: 'publish', problemsAsked: 1 });
  store.getState().hideProblems();
  store.getState().showProblems();
  expect(store.getState()).toMatchObject({ problemsOpen: true, refused: undefined, problemsAsked: 2 });
});
