import { useEffect } from 'react';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { topologicalOrder } from '../../../flow/graph.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { focusCard } from './focus-card.ts';
import { linkOfId } from './link-id.ts';
import { stepFrom } from './walk-graph.ts';

/**
 * Keeps the focus in the flow where an edit takes away what had it: a deleted card, a link, the button that deleted them.
 * It goes to the card that came before, else to one that came after, so that Tab and the keys go on from there.
 */
export function useFocusKept(): void {
  const store = useDocumentStore();
  useEffect(
    () =>
      store.subscribe((state, previous) => {
        if (state.descriptor === previous.descriptor) return;
        const { activeElement: focused } = document;
        // Not yet drawn anew: what is about to go still has the focus.
        if (!focused || focused === document.body) return;
        const id = cardOf(focused) ?? previous.selection.at(-1);
        requestAnimationFrame(() => {
          // Whoever drew it anew may have seen to the focus.
          const { activeElement } = document;
          if (focused.isConnected || (activeElement && activeElement !== document.body)) return;
          const { descriptor } = store.getState();
          const next = id === undefined ? undefined : remaining(previous.descriptor, descriptor, id);
          if (next === undefined || document.querySelector('[data-outline]')) focusFlow();
          else focusCard(next);
        });
      }),
    [store],
  );
}

/** The card itself if it is there still, else one near it. */
function remaining(before: Descriptor, now: Descriptor, id: string): string | undefined {
  const isThere = (other: string | undefined) => other !== undefined && Object.hasOwn(now, other);
  if (!Object.hasOwn(before, id)) return undefined;
  const order = topologicalOrder(before);
  const upTo = order.slice(0, order.indexOf(id) + 1).toReversed();
  const near = [id, stepFrom(before, id, 'previous'), stepFrom(before, id, 'next'), ...upTo, ...order];
  return near.find(isThere);
}

/** The card an element is, or the one at the beginning of the link it is. */
function cardOf(element: Element): string | undefined {
  const node = element.closest('.react-flow__node')?.getAttribute('data-id');
  const edge = element.closest('.react-flow__edge')?.getAttribute('data-id');
  return node ?? (edge ? linkOfId(edge).from : undefined);
}
