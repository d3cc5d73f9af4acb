import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Descriptor } from './descriptor.ts';
import { followProblems, problemsOf } from './problems.ts';
import { moveComponents } from './operations/move-components.ts';
import { components, testCatalogue as catalogue } from './testing/catalogue.ts';
import { anyEditedFlow, gesture } from './testing/gestures.ts';

const strange = 'acme.crm.contacts.Find';

test('following a flow through its edits finds what a fresh look finds, back and forth', () => {
  let some = 0;
  fc.assert(
    fc.property(
      anyEditedFlow,
      fc.array(fc.tuple(gesture, fc.nat(20)), { minLength: 10, maxLength: 40, size: 'max' }),
      (flow, steps) => {
        const follow = followProblems(catalogue);
        const past: Descriptor[] = [flow];
        for (const [choose, dice] of steps) {
          const current = past.at(-1)!;
          // Now and then one goes far back, or meets a component that is not installed.
          const next =
            dice === 0 ? past[0]! : dice === 1 ? estranged(current) : choose(current).apply(current);
          past.push(next);
          const problems = follow(next);
          expect(problems).toEqual(problemsOf(next, catalogue));
          some += problems.length;
        }
      },
    ),
    { numRuns: 200 },
  );
  // Guards the test itself.
  expect(some).toBeGreaterThan(1000);
});

test('moving components gives the same list and looks at none of them', () => {
  let looks = 0;
  const counting = {
    ...catalogue,
    component(type: string) {
      looks++;
      return catalogue.component(type);
    },
  };
  const follow = followProblems(counting);
  const { name } = components.post.manifest;
  const flow: Descriptor = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [
      `c${index}`,
      { type: index === 0 ? components.onEvent.manifest.name : name, x: 0, y: 0, disabled: index > 0 },
    ]),
  );
  const before = follow(flow);
  looks = 0;
  expect(follow(moveComponents({ positions: { c7: { x: 16, y: 0 } } }).apply(flow))).toBe(before);
  expect(looks).toBeLessThan(10);
});

/** The first component becomes one of a type that nobody knows. */
function estranged(flow: Descriptor): Descriptor {
  const [id] = Object.keys(flow);
  return id === undefined ? flow : { ...flow, [id]: { ...flow[id]!, type: strange } };
}
