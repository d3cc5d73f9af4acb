import { expect, test } from 'vitest';
import { catalogue } from '../../../connectors/catalogue.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { fitViewOptions, openingView } from './fit-view.ts';
import { createProjection } from './projection.ts';

/** A row of `count` components that a trigger starts, which stands last in the document. */
function row(count: number): Descriptor {
  const steps = Array.from({ length: count - 1 }, (_, index) => [
    `c${index}`,
    {
      type: 'appmixer.utils.http.Post',
      x: 4000 + (index + 1) * 320,
      y: 8000,
      source: { in: index === 0 ? { start: ['out'] } : { [`c${index - 1}`]: ['response'] } },
    },
  ]);
  const start = { type: 'appmixer.utils.appevents.OnAppEvent', x: 4000, y: 8000 };
  return Object.fromEntries([...steps, ['start', start]]) as Descriptor;
}

const opening = (count: number) =>
  openingView(
    createProjection(catalogue)({ descriptor: row(count), problems: [], selection: [], linkSelection: [] })
      .nodes,
  );

test('a flow opens as a whole, a large one at its first trigger, to be read', () => {
  expect(opening(300)).toBe(fitViewOptions);
  const { nodes, minZoom } = opening(301);
  expect(nodes?.map(({ id }) => id)).toEqual(['start', 'c0', 'c1', 'c2']);
  expect(minZoom).toBe(0.4);
});

test('an empty canvas has no beginning', () => {
  expect(openingView([])).toBe(fitViewOptions);
});
