import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDescriptor } from '../../../flow/descriptor.ts';
import { anyEditedContent, contentGesture } from '../../../flow/testing/content-gestures.ts';
import { createDocumentStore } from './document-store.ts';
import { found } from './testing/found.ts';

test('all undos give the document back byte for byte, all redos what was made of it; it is always valid', () => {
  let steps = 0;
  fc.assert(
    fc.property(
      anyEditedContent,
      fc.array(contentGesture, { maxLength: 40, size: 'max' }),
      (flow, gestures) => {
        const before = JSON.stringify(flow);
        const store = createDocumentStore({
          flowId: 'f',
          type: 'automation',
          stage: 'stopped',
          ...flow,
          searchProblems: () => found([]),
          clock: () => 0,
          defer: () => undefined,
        });
        const content = () => {
          const { name, descriptor, notes } = store.getState();
          return { name, descriptor, notes };
        };
        for (const choose of gestures) store.getState().apply(choose(content().descriptor));
        const after = JSON.stringify(content());
        while (store.getState().canUndo !== undefined) {
          expect(checkDescriptor(content().descriptor)).toMatchObject({ ok: true });
          store.getState().undo();
          steps++;
        }
        expect(JSON.stringify(content())).toBe(before);
        while (store.getState().canRedo !== undefined) store.getState().redo();
        expect(JSON.stringify(content())).toBe(after);
      },
    ),
    { numRuns: 150 },
  );
  // Guards the test itself: most gestures must have changed something.
  expect(steps).toBeGreaterThan(500);
});
