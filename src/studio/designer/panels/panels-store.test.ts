import { expect, test } from 'vitest';
import { createMemoryStorage } from '../document/testing/memory-storage.ts';
import { createPanelsStore } from './panels-store.ts';

test('the layout is the same on the next visit, what lies over the canvas is not', () => {
  const storage = createMemoryStorage();
  const first = createPanelsStore(storage).getState();
  first.toggle('palette', false);
  first.setInspectorWidth(500.4);
  first.show('inspector');
  expect(createPanelsStore(storage).getState()).toMatchObject({
    paletteOpen: false,
    inspectorOpen: true,
    inspectorWidth: 500,
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
