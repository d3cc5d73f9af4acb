import { expect, test } from 'vitest';
import { cloneDescriptor } from '../../../flow/clone.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { isEmptyDiff } from '../../../flow/diff.ts';
import { linksOf } from '../../../flow/graph.ts';
import { chain, node } from '../../../flow/testing/flow.ts';
import { cardHeight } from '../../../flow/placement.ts';
import type { VersionDetail } from '../../../contract/versions.ts';
import { compareVersion as compare } from './compare-version.ts';
import { comparedProjection } from './compared-projection.ts';
import { readVersionParameter } from './use-shown-version.ts';

/** As publishing does it: every component under an id of the template's own. */
function published(draft: Descriptor) {
  const { descriptor, idMap } = cloneDescriptor(draft, {}, (id) => `template-${id}`);
  return { flow: descriptor, componentIdMap: idMap };
}

const compareVersion = (
  version: Pick<VersionDetail, 'flow' | 'componentIdMap'>,
  open: Descriptor,
  isDraft: boolean,
) => compare({ ...version, notes: {} }, { descriptor: open, notes: {} }, isDraft);

test('a draft does not differ from what was just published of it, whatever ids the template has', () => {
  const draft = chain(4);
  const { diff, descriptor } = compareVersion(published(draft), draft, true);
  expect(isEmptyDiff(diff)).toBe(true);
  expect(descriptor).toEqual(draft);
});

test('a template is compared under its own ids', () => {
  const version = published(chain(3));
  expect(isEmptyDiff(compareVersion(version, version.flow, false).diff)).toBe(true);
});

test('the canvas shows what is gone and what is new, with every link of either', () => {
  const { n0, n1, n2 } = chain(3);
  const before: Descriptor = { n0: n0!, n1: n1!, n2: n2! };
  const after: Descriptor = {
    n0: { ...n0!, label: 'Start' },
    n2: node('join', { new: ['out'] }),
    new: node('join', { n0: ['out'] }),
  };
  const comparison = compareVersion(published(before), after, true);
  const names = linksOf(comparison.merged).map(({ from, to }) => `${from} ${to}`);
  expect(names.toSorted()).toEqual(['n0 n1', 'n0 new', 'n1 n2', 'new n2']);

  const { nodes, edges } = comparedProjection(comparison);
  expect(Object.fromEntries(nodes.map(({ id, data }) => [id, data.change]))).toEqual({
    n0: 'changed',
    n1: 'removed',
    n2: undefined,
    new: 'added',
  });
  expect(nodes.find(({ id }) => id === 'n1')?.ariaLabel).toMatch(/, removed$/);
  expect(edges.map(({ source, data }) => `${source} ${data?.change}`).toSorted()).toEqual([
    'n0 added',
    'n0 removed',
    'n1 removed',
    'new added',
  ]);
});

test('a card that was added covers none of the version', () => {
  const { n0 } = chain(1);
  const version: Descriptor = { n0: n0!, n1: { ...n0!, y: cardHeight } };
  const { merged } = compareVersion(published(version), { ...version, new: { ...n0! } }, true);
  expect(merged['new']?.y).toBeGreaterThanOrEqual(2 * cardHeight);
});

test('a link that names no version leads to the newest', () => {
  expect(readVersionParameter(null)).toBeUndefined();
  expect(readVersionParameter('3')).toBe(3);
  for (const odd of ['', 'latest', 'x', '-1', '99999999999']) {
    expect(readVersionParameter(odd)).toBe('latest');
  }
});
