import { errorPort } from './connection.ts';
import type { Descriptor, ErrorHandling, FlowNode } from './descriptor.ts';
import { type Link, nodeOf, outgoing } from './graph.ts';

/** What becomes of a step that fails, everything told. */
export type ErrorHandlingInForce = Required<Pick<ErrorHandling, 'autoRetry' | 'maxRetries' | 'onError'>>;

/** What a component does that says nothing of it. */
export const usualErrorHandling: ErrorHandlingInForce = {
  autoRetry: true,
  maxRetries: 5,
  onError: 'storeUnprocessed',
};

export function errorHandlingOf({ errorHandling = {} }: FlowNode): ErrorHandlingInForce {
  const { autoRetry, maxRetries, onError } = usualErrorHandling;
  return {
    autoRetry: errorHandling.autoRetry ?? autoRetry,
    maxRetries: errorHandling.maxRetries ?? maxRetries,
    onError: errorHandling.onError ?? onError,
  };
}

/** The links out of the `error` port of a component. */
export function errorLinks(descriptor: Descriptor, id: string): Link[] {
  return outgoing(descriptor, id).filter((link) => link.outPort === errorPort);
}

/** Does anything get what a component sends to its `error` port? A disabled component gets nothing. */
export function errorsArrive(descriptor: Descriptor, id: string): boolean {
  return errorLinks(descriptor, id).some(({ to }) => !nodeOf(descriptor, to)?.disabled);
}

/** May a message ever take this link? Not one from an `error` port that its component sends nothing to. */
export function carriesMessages(descriptor: Descriptor, { from, outPort }: Link): boolean {
  return outPort !== errorPort || nodeOf(descriptor, from)?.errorHandling?.onError === 'errorPort';
}
