import type { ErrorHandlingInForce } from '../../../../flow/error-handling.ts';
import { errorHandlingText as text } from '../../../text/english/error-handling.ts';

/** What is set, in a line: "Tries up to 5 times more, then the run fails." */
export function errorHandlingSummary({ autoRetry, maxRetries, onError }: ErrorHandlingInForce): string {
  return autoRetry && maxRetries > 0
    ? text('summary', { retries: text('retries', { count: maxRetries }), way: text(`ways.${onError}`) })
    : text('summaryAtOnce', { way: text(`waysAtOnce.${onError}`) });
}
