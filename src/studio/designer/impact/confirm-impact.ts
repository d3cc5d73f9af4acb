import type { Descriptor } from '../../../flow/descriptor.ts';
import { nodeOf } from '../../../flow/graph.ts';
import { impactOf } from '../../../flow/impact/impact.ts';
import { lossesBy } from '../../../flow/impact/losses.ts';
import { type Proposal, proposeRemapping } from '../../../flow/impact/propose.ts';
import { type Operation, sequence } from '../../../flow/operations/operation.ts';
import { remapReferences } from '../../../flow/operations/remap-references.ts';
import { catalogue } from '../../catalogue.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { toldWhenSlow } from '../../ui/told-when-slow.ts';
import { inBackground } from '../../background/in-background.ts';
import type { DocumentStore } from '../document/document-store.ts';
import { handOverText } from '../document/held-text.ts';
import { changesLongText, holdsLongText } from '../document/long-texts.ts';
import { impactsOf, type QuestionedValue } from './impacts.ts';

export type Confirming = {
  /** The value that the change is about: while its author is asked it is shown, and typing on ends the question. */
  about?: QuestionedValue;
  /** Called when the change is made. */
  done?: () => void;
  /** Called when the change is looked at in the background before anything comes of it … */
  looking?: () => void;
  /** … and when something has: it is made, or not, or its author is asked. */
  looked?: () => void;
  /** Who is no longer interested in the change. */
  signal?: AbortSignal;
};

/**
 * Makes a change, at once when no mapping breaks by it; else its author is asked first. One undo step in any case. What a
 * long example brings or takes is looked at in the background before.
 */
export function applyConfirmed(
  store: DocumentStore,
  operation: Operation,
  confirming: Confirming = {},
): void {
  const make = (confirmed: Operation) => {
    store.getState().apply(confirmed);
    confirming.done?.();
  };
  const confirmed = confirmation(store, operation, confirming);
  if (!('then' in confirmed)) return make(confirmed);
  void confirmed.then((answer) => {
    if (confirming.signal?.aborted) return;
    if (answer) make(answer);
    confirming.looked?.();
  });
}

/**
 * What is to be done instead of a change, when its author has seen what it breaks: the change with re-mappings, the change
 * alone, or (undefined) nothing. Of a change that breaks nothing nobody is asked.
 */
export async function confirmImpact(
  store: DocumentStore,
  operation: Operation,
): Promise<Operation | undefined> {
  return confirmation(store, operation, {});
}

type Change = { operation: Operation; before: Descriptor; after: Descriptor };
type Confirmation = Operation | Promise<Operation | undefined>;

/** The last look at a change of a flow: what comes while it goes on waits for what comes of it. */
const looks = new WeakMap<DocumentStore, Promise<void>>();

function confirmation(store: DocumentStore, given: Operation, confirming: Confirming): Confirmation {
  const operation = remembering(given);
  const last = looks.get(store);
  if (last) {
    confirming.looking?.();
    return inTurn(
      store,
      last.then(() => confirmNow(store, operation, confirming)),
    );
  }
  let isLook = false;
  const looking = () => {
    isLook = true;
    confirming.looking?.();
  };
  const confirmed = confirmNow(store, operation, { ...confirming, looking });
  return isLook && 'then' in confirmed ? inTurn(store, confirmed) : confirmed;
}

function inTurn(store: DocumentStore, confirmed: Promise<Operation | undefined>): typeof confirmed {
  const look = confirmed.then(() => {
    if (looks.get(store) === look) looks.delete(store);
  });
  looks.set(store, look);
  return confirmed;
}

function confirmNow(store: DocumentStore, operation: Operation, confirming: Confirming): Confirmation {
  const { descriptor: before } = store.getState();
  const after = operation.apply(before);
  const change = { operation, before, after };
  if (changesLongText(before, after)) return askLater(store, change, confirming);
  const lost = impactOf(before, after, catalogue);
  if (lost.length === 0) return operation;
  if (holdsLongText(before)) return askLater(store, change, confirming);
  return ask(store, change, proposeRemapping({ before, after, lost, catalogue }), confirming);
}

async function askLater(
  store: DocumentStore,
  change: Change,
  confirming: Confirming,
): Promise<Operation | undefined> {
  const { operation, before, after } = change;
  if (confirming.signal?.aborted) return undefined;
  confirming.looking?.();
  try {
    const look = inBackground('lossesBy', { before, after })
      // On the page where the background cannot, for whatever reason: what was pasted is not to be lost with it.
      .catch(() => lossesBy({ before, after, catalogue }));
    const proposals = await toldWhenSlow(look, text('looking'));
    if (confirming.signal?.aborted) return undefined;
    // The flow went on meanwhile: what was looked at is not what would happen.
    if (store.getState().descriptor !== before) return await confirmNow(store, operation, confirming);
    return proposals.length === 0 ? operation : await ask(store, change, proposals, confirming);
  } catch (error) {
    notifyFailure(text('notMade'), error);
    return undefined;
  }
}

function ask(
  store: DocumentStore,
  { operation, after }: Change,
  proposals: Proposal[],
  { looked, about, signal }: Confirming,
): Promise<Operation | undefined> {
  // Else what was typed a moment ago would be in an editor alone, and lost by each answer.
  handOverText();
  if (signal?.aborted) return Promise.resolve(undefined);
  const impacts = impactsOf(store);
  // Who is asked anew has left the question before.
  impacts.getState().question?.answer(undefined);
  looked?.();
  return new Promise((resolve) => {
    impacts.getState().ask({
      change: operation.name,
      proposals,
      about,
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
