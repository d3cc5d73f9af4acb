import { useEffect, useState } from 'react';

/** Milliseconds of rest before a change is looked at. */
const restTime = 150;

/**
 * What `compute` gives, worked out when nothing else is to be done, so that typing never waits for it; until then what
 * the one before gave. `compute` is to stay the same function for as long as nothing it reads changes.
 */
export function useWhenIdle<Result>(compute: () => Result): Result | undefined {
  const [result, setResult] = useState<{ of: Result }>();
  useEffect(() => {
    let idle: number | undefined;
    const look = () => setResult({ of: compute() });
    const timer = setTimeout(() => {
      if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(look, { timeout: 1_000 });
      else look();
    }, restTime);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [compute]);
  return result?.of;
}
