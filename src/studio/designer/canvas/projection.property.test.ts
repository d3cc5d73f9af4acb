import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { moveComponents } from '../../../flow/operations/move-components.ts';
import { linksOf } from '../../../flow/graph.ts';
import { followProblems } from '../../../flow/problems.ts';
import { testCatalogue as catalogue } from '../../../flow/testing/catalogue.ts';
import { anyEditedFlow, gesture } from '../../../flow/testing/gestures.ts';
import { linkId } from './link-id.ts';
import { createProjection, type ProjectionInput } from './projection.ts';

/** Each step: an edit (or back to the start), and which components and links are selected after it. */
const steps = fc.array(
  fc.record({ choose: gesture, back: fc.nat(15).map((dice) => dice === 0), chosen: fc.nat(200) }),
  { minLength: 5, maxLength: 30, size: 'max' },
);

test('a projection that follows a flow through any gestures shows what a fresh one shows', () => {
  fc.assert(
    fc.property(anyEditedFlow, steps, (start, all) => {
      const project = createProjection(catalogue);
      const follow = followProblems(catalogue);
      let flow = start;
      for (const { choose, back, chosen } of all) {
        flow = back ? start : choose(flow).apply(flow);
        const input = { descriptor: flow, problems: follow(flow), ...selectionOf(flow, chosen) };
        const shown = project(input);
        expect(shown).toEqual(createProjection(catalogue)(input));
        expect(project(input)).toEqual(shown);
      }
    }),
    { numRuns: 150 },
  );
});

test('what a move does not concern keeps its identity, the links as one list', () => {
  fc.assert(
    fc.property(anyEditedFlow, fc.nat(100), (descriptor, seed) => {
      const ids = Object.keys(descriptor);
      const moved = ids[seed % ids.length];
      fc.pre(moved !== undefined);
      const project = createProjection(catalogue);
      const input: ProjectionInput = { descriptor, problems: [], selection: [], linkSelection: [] };
      const before = project(input);
      const { x, y } = descriptor[moved]!;
      const move = moveComponents({ positions: { [moved]: { x: x + 16, y } } });
      const after = project({ ...input, descriptor: move.apply(descriptor) });
      expect(after.edges).toBe(before.edges);
      after.nodes.forEach((node, index) => {
        expect(node === before.nodes[index]).toBe(node.id !== moved);
        expect(node.data).toBe(before.nodes[index]!.data);
      });
    }),
  );
});

function selectionOf(flow: Descriptor, chosen: number) {
  return {
    selection: Object.keys(flow).filter((_, index) => (chosen >> index) & 1),
    linkSelection: linksOf(flow)
      .map(linkId)
      .filter((_, index) => (chosen >> index) & 2),
  };
}
