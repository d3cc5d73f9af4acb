import { ApiFailure } from '../api/failure.ts';
import { sayTold } from '../text/say.ts';

/** Why a flow cannot start, in words, each once; empty for an error of another kind. */
export function startReasons(error: unknown): string[] {
  if (!(error instanceof ApiFailure)) return [];
  const problems: unknown = error.details['problems'];
  if (!Array.isArray(problems)) return [];
  const messages = problems.flatMap((problem: { message?: unknown; said?: unknown }) => {
    const { message, said } = problem ?? {};
    return typeof message === 'string' ? [sayTold({ message, said })] : [];
  });
  return [...new Set(messages)];
}
