import type { Descriptor } from '../../../flow/descriptor.ts';
import { nodeOf } from '../../../flow/graph.ts';
import { impactOf } from '../../../flow/impact/impact.ts';
import { type Proposal, proposeRemapping } from '../../../flow/impact/propose.ts';
import { type Operation, sequence } from '../../../flow/operations/operation.ts';
import { remapReferences } from '../../../flow/operations/remap-references.ts';
import { catalogue } from '../../catalogue.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { inBackground } from '../background/in-background.ts';
import type { DocumentStore } from '../document/document-store.ts';
import { changesLongText, holdsLongText } from './long-texts.ts';
import { impactsOf } from './impacts.ts';
import { toldWhenSlow } from './told-when-slow.ts';

/**
 * Makes a change, at once when no mapping breaks by it; else its author is asked first. One undo step in any case. `done`
 * is called when it is made. What a long example brings or takes is looked at in the background before.
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

type Change = { operation: Operation; before: Descriptor; after: Descriptor };

function confirmation(store: DocumentStore, given: Operation): Operation | Promise<Operation | undefined> {
  const { descriptor: before } = store.getState();
  const operation = remembering(given);
  const after = operation.apply(before);
  const change = { operation, before, after };
  if (changesLongText(before, after)) return askLater(store, change);
  const lost = impactOf(before, after, catalogue);
  if (lost.length === 0) return operation;
  if (holdsLongText(before)) return askLater(store, change);
  return ask(store, change, proposeRemapping({ before, after, lost, catalogue }));
}

const turns = new WeakMap<DocumentStore, number>();

/** Who is asked anew has left the question before, and only the change of the last turn is still wanted. */
function newTurn(store: DocumentStore): number {
  impactsOf(store).getState().question?.answer(undefined);
  const turn = (turns.get(store) ?? 0) + 1;
  turns.set(store, turn);
  return turn;
}

async function askLater(store: DocumentStore, change: Change): Promise<Operation | undefined> {
  const { operation, before, after } = change;
  const turn = newTurn(store);
  try {
    const proposals = await toldWhenSlow(inBackground('lossesBy', { before, after }));
    if (turns.get(store) !== turn) return undefined;
    // The flow went on meanwhile: what was looked at is not what would happen.
    if (store.getState().descriptor !== before) return confirmation(store, operation);
    return proposals.length === 0 ? operation : ask(store, change, proposals);
  } catch (error) {
    notifyFailure(text('notMade'), error);
    return undefined;
  }
}

function ask(
  store: DocumentStore,
  { operation, after }: Change,
  proposals: Proposal[],
): Promise<Operation | undefined> {
  const impacts = impactsOf(store);
  newTurn(store);
  return new Promise((resolve) => {
    impacts.getState().ask({
      change: operation.name,
      proposals,
      answer(remappings) {
        impacts.getState().ask(undefined);
        if (!remappings) return resolve(undefined);
        // What was left broken on purpose needs no second notice.
        const origins = proposals.flatMap(({ path }) => {
          const node = nodeOf(after, path.componentId);
          return node ? [[path.componentId, node] as const] : [];
        });
        impacts.getState().settle(Object.fromEntries(origins));
        const operations = [operation, remapReferences({ remappings })];
        resolve(remappings.length === 0 ? operation : sequence({ name: operation.name, operations }));
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
