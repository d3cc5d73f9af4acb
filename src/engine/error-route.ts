import type { FlowNode } from '../flow/descriptor.ts';
import { errorHandlingOf } from '../flow/error-handling.ts';

/**
 * Where a failed attempt leads: another attempt; a message on the `error` port; the flow stops; or the step
 * stays failed, and the run with it.
 */
export type ErrorRoute = 'retry' | 'error-port' | 'stop-flow' | 'fail';

/**
 * @param attempts how many attempts have failed, from 1
 * @param errorsArrive whether anything gets what the component sends to its `error` port
 */
export function errorRoute(
  node: FlowNode,
  failed: { retryable: boolean; attempts: number; errorsArrive: boolean },
): ErrorRoute {
  const { autoRetry, maxRetries, onError } = errorHandlingOf(node);
  if (failed.retryable && autoRetry && failed.attempts <= maxRetries) return 'retry';
  if (onError === 'errorPort' && failed.errorsArrive) return 'error-port';
  if (onError === 'stopFlow') return 'stop-flow';
  return 'fail';
}
