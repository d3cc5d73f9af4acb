import type { Proposal } from '../../../flow/impact/propose.ts';

/** How many inputs lose something; one with several lost variables counts once. */
export function countInputs(proposals: readonly Proposal[]): number {
  const inputs = proposals.flatMap(({ lost }) =>
    lost.map(({ componentId, link, field }) => JSON.stringify([componentId, link, field])),
  );
  return new Set(inputs).size;
}
