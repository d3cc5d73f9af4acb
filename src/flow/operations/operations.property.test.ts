import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDescriptor, type Descriptor } from '../descriptor.ts';
import { hasPath, linksOf } from '../graph.ts';
import { noteIds } from '../notes.ts';
import { placeholdersIn } from '../template.ts';
import { components, testCatalogue as catalogue } from '../testing/catalogue.ts';
import { oddNotes, partGesture } from '../testing/content-gestures.ts';
import { anyEditedFlow, gesture } from '../testing/gestures.ts';
import { addComponent } from './add-component.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { moveComponents } from './move-components.ts';
import { changed, type FlowContent } from './operation.ts';
import { removeComponents } from './remove-components.ts';
import { setInput } from './set-input.ts';
import { setLabel } from './set-label.ts';
import { setNoteContent } from './set-note-content.ts';
import { setProperty } from './set-property.ts';

test('any operations leave a valid, acyclic document whose mappings mirror its links', () => {
  const seen = { links: 0, references: 0 };
  fc.assert(
    fc.property(fc.array(gesture, { minLength: 20, maxLength: 60, size: 'max' }), (gestures) => {
      let flow: Descriptor = {};
      for (const choose of gestures) {
        flow = choose(flow).apply(freeze(flow));
        expect(checkDescriptor(flow)).toMatchObject({ ok: true });
        expect(mappedLinks(flow)).toEqual(listedLinks(flow));
        for (const { from, to } of linksOf(flow)) expect(hasPath(flow, to, from)).toBe(false);
        seen.references += expectReferencesUsed(flow);
        seen.links += linksOf(flow).length;
      }
    }),
    { numRuns: 300 },
  );
  // Guards the test itself: the gestures must build something worth looking at.
  expect(seen.links).toBeGreaterThan(1000);
  expect(seen.references).toBeGreaterThan(100);
});

test('applied twice where once is enough, the same object comes back', () => {
  fc.assert(
    fc.property(anyEditedFlow, fc.nat(100), (flow, seed) => {
      const links = linksOf(flow);
      const link = links[seed % links.length];
      fc.pre(link !== undefined);
      for (const operation of [
        connect({ link, catalogue }),
        disconnect({ link }),
        setInput({ link, field: 'url', value: 'x' }),
        setProperty({ componentId: link.to, name: 'p', value: { deep: [1] } }),
        removeComponents({ ids: [link.to] }),
      ]) {
        const once = operation.apply(flow);
        expect(operation.apply(once)).toBe(once);
      }
    }),
  );
});

test('unknown keys of a component survive whatever is done around it and to it', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 40, size: 'max' }), (gestures) => {
      const start = addComponent({ id: 'kept', component: components.post, x: 0, y: 0 }).apply({});
      let flow: Descriptor = {
        kept: { ...start['kept']!, manifest: { a: 1 }, config: { ...start['kept']!.config, extra: [2] } },
      };
      for (const choose of gestures) flow = choose(flow).apply(flow);
      flow = setProperty({ componentId: 'kept', name: 'p', value: 1 }).apply(flow);
      flow = setLabel({ componentId: 'kept', label: 'L' }).apply(flow);
      flow = moveComponents({ positions: { kept: { x: 1, y: 1 } } }).apply(flow);
      expect(flow['kept']).toMatchObject({ manifest: { a: 1 }, config: { extra: [2] }, label: 'L', x: 1 });
    }),
  );
});

test('notes that no other program understands, and all that a note carries besides, survive operations', () => {
  let seen = 0;
  fc.assert(
    fc.property(
      anyEditedFlow,
      fc.array(partGesture, { maxLength: 50, size: 'max' }),
      (descriptor, gestures) => {
        const kept = { x: 1, content: 'kept', tag: { deep: [1] } };
        let content: FlowContent = { descriptor, notes: { ...oddNotes, kept } };
        for (const choose of gestures) content = changed(freeze(content), choose(content.descriptor));
        expect(content.notes['o2']).toBe('no note');
        expect(content.notes['kept']).toBe(kept);
        const touched = setNoteContent({ id: 'kept', content: 'new' }).applyToNotes?.(content.notes);
        expect(touched?.['kept']).toEqual({ ...kept, content: 'new' });
        seen += noteIds(content.notes).length;
      },
    ),
  );
  // Guards the test itself.
  expect(seen).toBeGreaterThan(300);
});

function listedLinks(flow: Descriptor): string[] {
  return linksOf(flow)
    .map((drawn) => JSON.stringify([drawn.to, drawn.inPort, drawn.from, drawn.outPort]))
    .sort();
}

function mappedLinks(flow: Descriptor): string[] {
  return Object.entries(flow)
    .flatMap(([to, { config }]) =>
      Object.entries(config?.transform ?? {}).flatMap(([inPort, senders]) =>
        Object.entries(senders).flatMap(([from, ports]) =>
          Object.keys(ports).map((outPort) => JSON.stringify([to, inPort, from, outPort])),
        ),
      ),
    )
    .sort();
}

/** Each field's references are those its value holds. Gives their number. */
function expectReferencesUsed(flow: Descriptor): number {
  let count = 0;
  for (const { config } of Object.values(flow)) {
    for (const mapping of Object.values(config?.transform ?? {}).flatMap((senders) =>
      Object.values(senders).flatMap((ports) => Object.values(ports)),
    )) {
      for (const [name, references] of Object.entries(mapping.modifiers ?? {})) {
        const lambda = new Map(Object.entries(mapping.lambda ?? {}));
        count += Object.keys(references).length;
        expect(Object.keys(references).toSorted()).toEqual(placeholdersIn(lambda.get(name)).toSorted());
      }
    }
  }
  return count;
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
