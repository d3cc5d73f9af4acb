import { useEffect, useRef } from 'react';
import { errorPort } from '../../../flow/connection.ts';
import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { upstreamOf } from '../../../flow/graph.ts';
import { fieldsOfError } from '../../../flow/outputs.ts';
import { variablesFor, type VariableGroup } from '../../../flow/variables.ts';
import { catalogue } from '../../catalogue.ts';
import { say } from '../../text/say.ts';
import { idly } from '../../ui/when-idle.ts';
import { useDocument } from '../document/document-context.ts';
import { pickerAhead } from './picker/picker-ahead.ts';
import { createVariableSource, type VariableSource } from './variable-source.ts';

type Kept = { key: (string | FlowNode)[]; source: VariableSource };

/**
 * What a component can use. Typing in its own fields changes the descriptor at every key, so the source is
 * kept for as long as the components upstream are the same objects: reading a large example takes time. A picker of it
 * is prepared while nothing else is to be done.
 */
export function useVariableSource(componentId: string): VariableSource {
  const kept = useRef<Kept>(undefined);
  const source = useDocument((state) => {
    const key = keyOf(state.descriptor, componentId);
    if (!kept.current || !sameItems(kept.current.key, key)) {
      kept.current = {
        key,
        source: createVariableSource(groupsInWords(state.descriptor, componentId)),
      };
    }
    return kept.current.source;
  });
  useEffect(() => idly(pickerAhead(source)), [source]);
  return source;
}

/** The variables upstream; what the `error` port emits is called in the language of the page. */
function groupsInWords(descriptor: Descriptor, componentId: string): VariableGroup[] {
  const errorFields = fieldsOfError(say);
  return variablesFor(descriptor, catalogue, componentId).map((group) => ({
    ...group,
    ports: group.ports.map((port) => (port.port === errorPort ? { ...port, fields: errorFields } : port)),
  }));
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
