import { useDeferredValue, useEffect, useMemo } from 'react';
import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { impactOf } from '../../../flow/impact/impact.ts';
import { type Proposal, proposeRemapping } from '../../../flow/impact/propose.ts';
import { outputsOf } from '../../../flow/outputs.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { impactsOf, useImpacts } from './impacts.ts';

const none: Proposal[] = [];

/**
 * What the component's outputs no longer offer that mappings refer to, since it was last in order. While its example is
 * no JSON, between two good ones, nothing is known and nothing is lost.
 */
export function useLosses(componentId: string): Proposal[] {
  const impacts = impactsOf(useDocumentStore());
  // Behind the keystroke: a flow may have thousands of mappings.
  const descriptor = useDeferredValue(useDocument((state) => state.descriptor));
  const settled = useImpacts((state) => state.settled.get(componentId));
  const node = descriptor[componentId];
  const { proposals, inOrder } = useMemo(
    () => lookAt(descriptor, componentId, settled),
    [descriptor, componentId, settled],
  );
  useEffect(() => {
    if (inOrder && node) impacts.getState().settle({ [componentId]: node });
  }, [impacts, inOrder, node, componentId]);
  return proposals;
}

function lookAt(
  after: Descriptor,
  id: string,
  settled: FlowNode | undefined,
): { proposals: Proposal[]; inOrder: boolean } {
  const node = after[id];
  if (!node || !settled || settled.type !== node.type || settled.config === node.config) {
    return { proposals: none, inOrder: true };
  }
  const { config: _, ...kept } = node;
  const before = { ...after, [id]: settled.config ? { ...kept, config: settled.config } : kept };
  const lost = impactOf(before, after, catalogue).filter(({ path }) => path.componentId === id);
  if (lost.length === 0) return { proposals: none, inOrder: !becameUnknown(before, after, id) };
  return { proposals: proposeRemapping({ before, after, lost, catalogue }), inOrder: false };
}

/** Is nothing known any more of what something was known of? */
function becameUnknown(before: Descriptor, after: Descriptor, id: string): boolean {
  const now = outputsOf(after, catalogue, id);
  return Object.entries(outputsOf(before, catalogue, id)).some(([port, fields]) =>
    fields.some((field) => {
      const same = now[port]?.find(({ step }) => step === field.step);
      return !field.types.includes('unknown') && same?.types.includes('unknown') && !same.children;
    }),
  );
}
