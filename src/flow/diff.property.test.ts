import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countChanges, diffFlows, type FlowDiff, isEmptyDiff } from './diff.ts';
import type { Descriptor } from './descriptor.ts';
import { incoming, linksOf } from './graph.ts';
import { noteOf } from './notes.ts';
import { mappingOf } from './operations/links.ts';
import { restoreVersion } from './operations/restore-version.ts';
import { anyEditedContent, contentGesture } from './testing/content-gestures.ts';
import { changed, type FlowContent } from './operations/operation.ts';

/** A flow, and what it became by a few more edits. */
const anyTwoFlows = fc
  .tuple(anyEditedContent, fc.array(contentGesture, { maxLength: 12 }))
  .map(([before, gestures]) => ({
    before,
    after: gestures.reduce((content, choose) => changed(content, choose(content.descriptor)), before),
  }));

test('a flow does not differ from itself, nor from a copy of it', () => {
  fc.assert(
    fc.property(anyEditedContent, (flow) => {
      expect(isEmptyDiff(diffFlows(flow, flow))).toBe(true);
      expect(isEmptyDiff(diffFlows(flow, structuredClone(flow)))).toBe(true);
    }),
  );
});

test('the counts lead from one flow to the other, and what is not told is the same in both', () => {
  const seen = { changed: 0, moved: 0, added: 0, removed: 0, linksAdded: 0, linksRemoved: 0, notes: 0 };
  fc.assert(
    fc.property(anyTwoFlows, ({ before, after }) => {
      const diff = diffFlows(before, after);
      const counts = countChanges(diff);
      expect(sizeOf(before) + counts.added - counts.removed).toBe(sizeOf(after));
      expect(linkCount(before) + counts.linksAdded - counts.linksRemoved).toBe(linkCount(after));
      const told = new Set(diff.components.map(({ componentId }) => componentId));
      expect(told.size).toBe(diff.components.length);
      const relinked = new Set([...diff.links.added, ...diff.links.removed].map(({ to }) => to));
      const untold = Object.keys(before.descriptor).filter((id) => !told.has(id) && !relinked.has(id));
      for (const id of untold) expect(shown(after.descriptor, id)).toEqual(shown(before.descriptor, id));
      const toldNotes = new Set(diff.notes.map(({ noteId }) => noteId));
      for (const id of Object.keys(before.notes).filter((one) => !toldNotes.has(one))) {
        expect(noteOf(after.notes, id)).toEqual(noteOf(before.notes, id));
      }
      for (const kind of Object.keys(seen) as (keyof typeof seen)[]) seen[kind] += counts[kind];
    }),
    { numRuns: 300 },
  );
  // Guards the test itself: every kind of change must have come up.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
});

test('seen from the other side, added and removed change places and the rest stays', () => {
  fc.assert(
    fc.property(anyTwoFlows, ({ before, after }) => {
      expect(sorted(diffFlows(after, before))).toEqual(sorted(mirrored(diffFlows(before, after))));
    }),
  );
});

test('a restored version does not differ from that version, and restoring it again changes nothing', () => {
  fc.assert(
    fc.property(anyTwoFlows, ({ before, after }) => {
      const restore = restoreVersion({ ...before, revision: 1 });
      const restored = changed(after, restore);
      // What a flow is called is no part of a version.
      expect(restored).toEqual({ ...before, name: after.name });
      expect(changed(restored, restore)).toBe(restored);
    }),
  );
});

const sizeOf = ({ descriptor }: FlowContent) => Object.keys(descriptor).length;
const linkCount = ({ descriptor }: FlowContent) => linksOf(descriptor).length;

/** A component without what links from components that are not there have left in it: nothing comes that way. */
function shown(descriptor: Descriptor, id: string): unknown {
  const node = descriptor[id]!;
  const { source: _, config: { transform: __, ...config } = {}, ...rest } = node;
  return { ...rest, config, inputs: incoming(descriptor, id).map((link) => [link, mappingOf(node, link)]) };
}

function mirrored({ components, links, notes }: FlowDiff): FlowDiff {
  return {
    components: components.map(({ componentId, kind, differences }) => ({
      componentId,
      kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind,
      // A spread would widen the union of differences.
      differences: differences.map((difference) =>
        Object.assign({}, difference, { before: difference.after, after: difference.before }),
      ),
    })),
    links: { added: links.removed, removed: links.added },
    notes: notes.map((change) => ({
      ...change,
      kind: change.kind === 'added' ? 'removed' : change.kind === 'removed' ? 'added' : change.kind,
    })),
  };
}

function sorted({ components, links, notes }: FlowDiff): unknown {
  const texts = (values: unknown[]) => values.map(stable).toSorted(byText);
  return {
    components: components
      .map((change) => ({ ...change, differences: texts(change.differences) }))
      .map(stable)
      .toSorted(byText),
    added: texts(links.added),
    removed: texts(links.removed),
    notes: texts(notes),
  };
}

/** JSON whose keys are in order; `undefined` counts as a value. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner === undefined) return '<undefined>';
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => byText(a, b)));
  });
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
