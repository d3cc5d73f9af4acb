import { ApiFailure } from '../api/failure.ts';

/** Why a flow cannot start, in words, each once; empty for an error of another kind. */
export function startReasons(error: unknown): string[] {
  if (!(error instanceof ApiFailure)) return [];
  const problems: unknown = error.details['problems'];
  if (!Array.isArray(problems)) return [];
  const messages = problems.flatMap((problem: { message?: unknown }) =>
    typeof problem?.message === 'string' ? [problem.message] : [],
  );
  return [...new Set(messages)];
}
