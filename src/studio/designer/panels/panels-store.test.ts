import { expect, test } from 'vitest';
import { createMemoryStorage } from '../document/testing/memory-storage.ts';
import { createPanelsStore } from './panels-store.ts';

test('the layout is the same on the next visit, what lies over the canvas is not', () => {
  const storage = createMemoryStorage();
  const first = createPanelsStore(storage).getState();
  first.toggle('palette', false);
  first.setWidth('inspector', 500.4);
  first.setWidth('palette', 300);
  first.keepWidths();
  first.toggleOutline();
  first.readLargeFlow();
  first.showProblems('start');
  first.show('inspector');
  expect(createPanelsStore(storage).getState()).toMatchObject({
    paletteOpen: false,
    inspectorOpen: true,
    paletteWidth: 300,
    inspectorWidth: 500,
    outlineOpen: true,
    largeFlowRead: true,
    problemsOpen: false,
    overlay: undefined,
  });
});

test('a panel is never too narrow to read or too wide for a canvas', () => {
  const store = createPanelsStore(createMemoryStorage());
  const { setWidth } = store.getState();
  for (const panel of ['palette', 'inspector'] as const) setWidth(panel, 10);
  expect(store.getState()).toMatchObject({ paletteWidth: 200, inspectorWidth: 320 });
  for (const panel of ['palette', 'inspector'] as const) setWidth(panel, 10_000);
  expect(store.getState()).toMatchObject({ paletteWidth: 420, inspectorWidth: 640 });
});

test('an edge on its way is not written down, and a full storage does not stop it', () => {
  const storage = createMemoryStorage();
  const { setWidth, keepWidths } = createPanelsStore(storage).getState();
  setWidth('inspector', 500);
  expect(createPanelsStore(storage).getState().inspectorWidth).toBe(380);
  keepWidths();
  expect(createPanelsStore(storage).getState().inspectorWidth).toBe(500);
  const full = createPanelsStore({
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  full.getState().toggle('palette', false);
  expect(full.getState().paletteOpen).toBe(false);
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
