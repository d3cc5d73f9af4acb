import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countChanges, diffDescriptors, type FlowDiff, isEmptyDiff } from './diff.ts';
import { linksOf } from './graph.ts';
import { restoreVersion } from './operations/restore-version.ts';
import { anyEditedFlow, gesture } from './testing/gestures.ts';

/** A flow, and what it became by a few more edits. */
const anyTwoFlows = fc
  .tuple(anyEditedFlow, fc.array(gesture, { maxLength: 12 }))
  .map(([before, gestures]) => ({
    before,
    after: gestures.reduce((flow, choose) => choose(flow).apply(flow), before),
  }));

test('a flow does not differ from itself, nor from a copy of it', () => {
  fc.assert(
    fc.property(anyEditedFlow, (flow) => {
      expect(isEmptyDiff(diffDescriptors(flow, flow))).toBe(true);
      expect(isEmptyDiff(diffDescriptors(flow, structuredClone(flow)))).toBe(true);
    }),
  );
});

test('the counts lead from one flow to the other, and what is not told is the same in both', () => {
  const seen = { changed: 0, moved: 0, added: 0, removed: 0, linksAdded: 0, linksRemoved: 0 };
  fc.assert(
    fc.property(anyTwoFlows, ({ before, after }) => {
      const diff = diffDescriptors(before, after);
      const counts = countChanges(diff);
      expect(Object.keys(before).length + counts.added - counts.removed).toBe(Object.keys(after).length);
      expect(linksOf(before).length + counts.linksAdded - counts.linksRemoved).toBe(linksOf(after).length);
      const told = new Set(diff.components.map(({ componentId }) => componentId));
      expect(told.size).toBe(diff.components.length);
      const relinked = new Set([...diff.links.added, ...diff.links.removed].map(({ to }) => to));
      const untold = Object.keys(before).filter((id) => !told.has(id) && !relinked.has(id));
      for (const id of untold) expect(after[id]).toEqual(before[id]);
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
      expect(sorted(diffDescriptors(after, before))).toEqual(
        sorted(mirrored(diffDescriptors(before, after))),
      );
    }),
  );
});

test('a restored version does not differ from that version, and restoring it again changes nothing', () => {
  fc.assert(
    fc.property(anyTwoFlows, ({ before, after }) => {
      const restore = restoreVersion({ descriptor: before, revision: 1 });
      const restored = restore.apply(after);
      expect(restored).toEqual(before);
      expect(restore.apply(restored)).toBe(restored);
    }),
  );
});

function mirrored({ components, links }: FlowDiff): FlowDiff {
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
  };
}

function sorted({ components, links }: FlowDiff): unknown {
  const texts = (values: unknown[]) => values.map(stable).toSorted(byText);
  return {
    components: components
      .map((change) => ({ ...change, differences: texts(change.differences) }))
      .map(stable)
      .toSorted(byText),
    added: texts(links.added),
    removed: texts(links.removed),
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
