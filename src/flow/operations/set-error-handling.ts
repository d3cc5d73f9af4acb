import type { ErrorHandling } from '../descriptor.ts';
import { type ErrorHandlingInForce, errorHandlingOf, usualErrorHandling } from '../error-handling.ts';
import { message } from '../messages/message.ts';
import { sameValue } from '../same-value.ts';
import { updateNode, type Operation } from './operation.ts';

/**
 * Sets what becomes of a step that fails. The document keeps what differs from the usual, and nothing at all when nothing
 * does. Links out of the `error` port stay, whatever is chosen: choosing it again, they work again.
 */
export function setErrorHandling(options: {
  componentId: string;
  change: Partial<ErrorHandlingInForce>;
}): Operation {
  return {
    name: message('operation.setErrorHandling'),
    apply: (descriptor) =>
      updateNode(descriptor, options.componentId, (node) => {
        const before = errorHandlingOf(node);
        const after = { ...before, ...options.change };
        if (sameValue(before, after)) return node;
        const { errorHandling, ...rest } = node;
        const { autoRetry: _, maxRetries: __, onError: ___, ...unknown } = errorHandling ?? {};
        const kept: ErrorHandling = { ...unknown, ...unusual(after) };
        return Object.keys(kept).length > 0 ? { ...rest, errorHandling: kept } : rest;
      }),
  };
}

function unusual(all: ErrorHandlingInForce): ErrorHandling {
  const { autoRetry, maxRetries, onError } = all;
  return {
    ...(autoRetry === usualErrorHandling.autoRetry ? {} : { autoRetry }),
    ...(maxRetries === usualErrorHandling.maxRetries ? {} : { maxRetries }),
    ...(onError === usualErrorHandling.onError ? {} : { onError }),
  };
}
