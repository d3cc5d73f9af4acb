import type { Catalogue } from '../definition.ts';
import type { Descriptor } from '../descriptor.ts';
import { outputsOf } from '../outputs.ts';
import { impactOf } from './impact.ts';
import { type Proposal, proposeRemapping } from './propose.ts';

type Change = { before: Descriptor; after: Descriptor; catalogue: Catalogue };

/** What mappings lose when a flow becomes another one, with what could take its place. */
export function lossesBy(change: Change): Proposal[] {
  const lost = impactOf(change.before, change.after, change.catalogue);
  return lost.length === 0 ? [] : proposeRemapping({ ...change, lost });
}

/**
 * The same of the variables of one component. `inOrder`: nothing is lost, and all that was known of its outputs is known
 * still; while an example is no JSON, between two good ones, nothing is known and nothing is lost.
 */
export function lossesOfComponent({ id, ...change }: Change & { id: string }): {
  proposals: Proposal[];
  inOrder: boolean;
} {
  const { before, after, catalogue } = change;
  const lost = impactOf(before, after, catalogue).filter(({ path }) => path.componentId === id);
  return lost.length === 0
    ? { proposals: [], inOrder: !becameUnknown(change, id) }
    : { proposals: proposeRemapping({ ...change, lost }), inOrder: false };
}

/** Is nothing known any more of what something was known of? */
function becameUnknown({ before, after, catalogue }: Change, id: string): boolean {
  const now = outputsOf(after, catalogue, id);
  return Object.entries(outputsOf(before, catalogue, id)).some(([port, fields]) =>
    fields.some((field) => {
      const same = now[port]?.find(({ step }) => step === field.step);
      return !field.types.includes('unknown') && same?.types.includes('unknown') && !same.children;
    }),
  );
}
