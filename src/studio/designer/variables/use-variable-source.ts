import { useRef } from 'react';
import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { upstreamOf } from '../../../flow/graph.ts';
import { variablesFor } from '../../../flow/variables.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocument } from '../document/document-context.ts';
import { createVariableSource, type VariableSource } from './variable-source.ts';

type Kept = { key: (string | FlowNode)[]; source: VariableSource };

/**
 * What a component can use. Typing in its own fields changes the descriptor at every key, so the source is
 * kept for as long as the components upstream are the same objects: reading a large example takes time.
 */
export function useVariableSource(componentId: string): VariableSource {
  const kept = useRef<Kept>(undefined);
  return useDocument((state) => {
    const key = keyOf(state.descriptor, componentId);
    if (!kept.current || !sameItems(kept.current.key, key)) {
      kept.current = {
        key,
        source: createVariableSource(variablesFor(state.descriptor, catalogue, componentId)),
      };
    }
    return kept.current.source;
  });
}

function keyOf(descriptor: Descriptor, componentId: string): (string | FlowNode)[] {
  const nodes = upstreamOf(descriptor, componentId).flatMap((id): (string | FlowNode)[] => {
    const node = descriptor[id];
    return node ? [id, node] : [];
  });
  return [componentId, ...nodes];
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
