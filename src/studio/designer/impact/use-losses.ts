import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { lossesOfComponent } from '../../../flow/impact/losses.ts';
import type { Proposal } from '../../../flow/impact/propose.ts';
import { inBackground } from '../../background/in-background.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { hasLongText } from '../document/long-texts.ts';
import { impactsOf, useImpacts } from './impacts.ts';

/** What a component has lost since it was last in order; `of` is what was looked at. */
type Losses = { of: Change | undefined; proposals: Proposal[]; inOrder: boolean };
type Change = { before: Descriptor; after: Descriptor; id: string };

const none: Proposal[] = [];

/**
 * What the component's outputs no longer offer that mappings refer to, since it was last in order. While its example is
 * no JSON, between two good ones, nothing is known and nothing is lost. Of a long example it is told a moment later.
 */
export function useLosses(componentId: string): {
  proposals: Proposal[];
  /** They are of the flow as it is now, so that something can be done about them. */
  isNewest: boolean;
  failure: Error | undefined;
} {
  const impacts = impactsOf(useDocumentStore());
  // Behind the keystroke: a flow may have thousands of mappings.
  const descriptor = useDeferredValue(useDocument((state) => state.descriptor));
  const settled = useImpacts((state) => state.settled.get(componentId));
  const node = descriptor[componentId];
  const change = useMemo(
    () => changeSince(settled, descriptor, componentId),
    [settled, descriptor, componentId],
  );
  const { losses, failure } = useLookAt(change);
  const { inOrder } = losses;
  const isNewest = losses.of === change;
  useEffect(() => {
    if (isNewest && inOrder && node) impacts.getState().settle({ [componentId]: node });
  }, [impacts, isNewest, inOrder, node, componentId]);
  return { proposals: change ? losses.proposals : none, isNewest, failure };
}

function changeSince(settled: FlowNode | undefined, after: Descriptor, id: string): Change | undefined {
  const node = after[id];
  if (!node || !settled || settled.type !== node.type || settled.config === node.config) return undefined;
  const { config: _, ...kept } = node;
  const before = { ...after, [id]: settled.config ? { ...kept, config: settled.config } : kept };
  return { before, after, id };
}

/** At once, or in the background, and then what was known before holds meanwhile. */
function useLookAt(change: Change | undefined): { losses: Losses; failure: Error | undefined } {
  const isLong = change !== undefined && hasLongText(change.before[change.id], change.after[change.id]);
  const short = useMemo((): Losses | undefined => {
    if (isLong) return undefined;
    const found = change ? lossesOfComponent({ ...change, catalogue }) : { proposals: none, inOrder: true };
    return { of: change, ...found };
  }, [change, isLong]);
  const [late, setLate] = useState<Losses>({ of: undefined, proposals: none, inOrder: false });
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    if (!isLong) return undefined;
    let wanted = true;
    inBackground('lossesOfComponent', change).then(
      (found) => {
        if (!wanted) return;
        setLate({ of: change, ...found });
        setFailure(undefined);
      },
      (error: Error) => wanted && setFailure(error),
    );
    return () => {
      wanted = false;
    };
  }, [change, isLong]);
  return { losses: short ?? late, failure: isLong ? failure : undefined };
}
