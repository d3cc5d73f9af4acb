import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDescriptor } from '../../../flow/descriptor.ts';
import { anyEditedFlow, gesture } from '../../../flow/testing/gestures.ts';
import { createDocumentStore } from './document-store.ts';

test('all undos give the document back byte for byte, all redos what was made of it; it is always valid', () => {
  let steps = 0;
  fc.assert(
    fc.property(anyEditedFlow, fc.array(gesture, { maxLength: 40, size: 'max' }), (flow, gestures) => {
      const before = JSON.stringify(flow);
      const store = createDocumentStore({
        flowId: 'f',
        name: 'Flow',
        type: 'automation',
        stage: 'stopped',
        descriptor: flow,
        problemsOf: () => [],
        clock: () => 0,
        defer: () => undefined,
      });
      const descriptor = () => store.getState().descriptor;
      for (const choose of gestures) store.getState().apply(choose(descriptor()));
      const after = JSON.stringify(descriptor());
      while (store.getState().canUndo !== undefined) {
        expect(checkDescriptor(descriptor())).toMatchObject({ ok: true });
        store.getState().undo();
        steps++;
      }
      expect(JSON.stringify(descriptor())).toBe(before);
      while (store.getState().canRedo !== undefined) store.getState().redo();
      expect(JSON.stringify(descriptor())).toBe(after);
    }),
    { numRuns: 150 },
  );
  // Guards the test itself: most gestures must have changed something.
  expect(steps).toBeGreaterThan(500);
});
