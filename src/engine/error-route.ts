import type { FlowNode } from '../flow/descriptor.ts';
import { errorHandlingOf } from '../flow/error-handling.ts';

/**
 * Where a failed attempt leads: another attempt; a message on the `error` port; the flow stops; or the step
 * stays failed, and the run with it.
 */
export type ErrorRoute = 'retry' | 'error-port' | 'stop-flow' | 'fail';

/**
 * @param attempts how many attempts have failed, from 1
 * @param errorPortLinked whether anything is connected to the component's `error` port
 */
export function errorRoute(
  node: FlowNode,
  failed: { retryable: boolean; attempts: number; errorPortLinked: boolean },
): ErrorRoute {
  const { autoRetry, maxRetries, onError } = errorHandlingOf(node);
  if (failed.retryable && autoRetry && failed.attempts <= maxRetries) return 'retry';
  if (onError === 'errorPort' && failed.errorPortLinked) return 'error-port';
  if (onError === 'stopFlow') return 'stop-flow';
  return 'fail';
}
