import { QueryClient } from '@tanstack/react-query';
import { subscribeToSession } from '../session/token.ts';
import { ApiFailure } from './failure.ts';

/** A refusal stays one however often it is asked; only an unreachable or troubled server is asked again. */
function worthRetrying(failureCount: number, error: Error): boolean {
  const status = error instanceof ApiFailure ? error.status : 0;
  return failureCount < 2 && (status === 0 || status >= 500);
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: worthRetrying }, mutations: { retry: false } },
});

// Nothing that one account has loaded may show up under the next.
subscribeToSession(() => queryClient.clear());
