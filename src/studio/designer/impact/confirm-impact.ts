import type { Descriptor } from '../../../flow/descriptor.ts';
import { nodeOf } from '../../../flow/graph.ts';
import { impactOf } from '../../../flow/impact/impact.ts';
import { proposeRemapping } from '../../../flow/impact/propose.ts';
import { type Operation, sequence } from '../../../flow/operations/operation.ts';
import { remapReferences } from '../../../flow/operations/remap-references.ts';
import { catalogue } from '../../catalogue.ts';
import type { DocumentStore } from '../document/document-store.ts';
import { impactsOf } from './impacts.ts';

/**
 * Makes a change, at once when no mapping breaks by it; else its author is asked first. One undo step in any case. `done`
 * is called when it is made.
 */
export function applyConfirmed(store: DocumentStore, operation: Operation, done?: () => void): void {
  const make = (confirmed: Operation) => {
    store.getState().apply(confirmed);
    done?.();
  };
  const confirmed = confirmation(store, operation);
  if (!('then' in confirmed)) return make(confirmed);
  void confirmed.then((answer) => answer && make(answer));
}

/**
 * What is to be done instead of a change, when its author has seen what it breaks: the change with re-mappings, the change
 * alone, or (undefined) nothing. Of a change that breaks nothing nobody is asked.
 */
export async function confirmImpact(
  store: DocumentStore,
  operation: Operation,
): Promise<Operation | undefined> {
  return confirmation(store, operation);
}

function confirmation(
  store: DocumentStore,
  operation: Operation,
): Operation | Promise<Operation | undefined> {
  const { descriptor: before } = store.getState();
  const change = remembering(operation);
  const after = change.apply(before);
  const lost = impactOf(before, after, catalogue);
  if (lost.length === 0) return change;
  const proposals = proposeRemapping({ before, after, lost, catalogue });
  const impacts = impactsOf(store);
  // Who is asked anew has left the question before.
  impacts.getState().question?.answer(undefined);
  return new Promise((resolve) => {
    impacts.getState().ask({
      change: operation.name,
      proposals,
      answer(remappings) {
        impacts.getState().ask(undefined);
        if (!remappings) return resolve(undefined);
        // What was left broken on purpose needs no second notice.
        const origins = lost.flatMap(({ path }) => {
          const node = nodeOf(after, path.componentId);
          return node ? [[path.componentId, node] as const] : [];
        });
        impacts.getState().settle(Object.fromEntries(origins));
        const operations = [change, remapReferences({ remappings })];
        resolve(remappings.length === 0 ? change : sequence({ name: operation.name, operations }));
      },
    });
  });
}

/** Gives the same answer for the same flow: a large example is not read once more for a new object that says the same. */
function remembering(operation: Operation): Operation {
  let last: { before: Descriptor; after: Descriptor } | undefined;
  return {
    ...operation,
    apply(before) {
      if (last?.before !== before) last = { before, after: operation.apply(before) };
      return last.after;
    },
  };
}
