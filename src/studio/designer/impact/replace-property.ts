import { setProperty } from '../../../flow/operations/set-property.ts';
import type { DocumentStore, PendingValue } from '../document/document-store.ts';
import { applyConfirmed } from './confirm-impact.ts';
import { impactsOf, type QuestionedValue } from './impacts.ts';

type Property = Parameters<typeof setProperty>[0];

/** Sets a property to what has taken the place of all that was there: its author is asked when mappings break by it. */
export function replaceProperty(store: DocumentStore, property: Property): void {
  const { pending: last } = store.getState();
  // One of another property could no longer be shown.
  if (isOf(last, property)) last?.drop();
  else last?.make();
  const change = setProperty(property);
  const over = new AbortController();
  const looked = () => {
    if (store.getState().pending === pending) store.getState().setPending(undefined);
  };
  const drop = () => {
    over.abort();
    looked();
  };
  const pending: PendingValue = {
    ...property,
    drop,
    make() {
      drop();
      store.getState().apply(change);
    },
  };
  const looking = () => store.getState().setPending(pending);
  applyConfirmed(store, change, { about: property, looking, looked, signal: over.signal });
}

/**
 * Sets a property to what was typed, which has in it what was pasted a moment before and is still looked at, or asked
 * about: what it breaks is told beside the field.
 */
export function typeProperty(store: DocumentStore, property: Property, options: { coalesce?: string }): void {
  const { pending } = store.getState();
  if (isOf(pending, property)) pending?.drop();
  const { question } = impactsOf(store).getState();
  if (isOf(question?.about, property)) question?.answer(undefined);
  store.getState().apply(setProperty(property), options);
}

function isOf(value: QuestionedValue | undefined, { componentId, name }: Property): boolean {
  return value?.componentId === componentId && value.name === name;
}
