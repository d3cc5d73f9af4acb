import { isSmall } from '../ui/json/limits.ts';

/** Values in a shape or a schema up to which going through them takes less than a key can wait. */
const mostValues = 2_000;

/** Can what is known of an event be gone through at once? */
export function isSmallContract(...parts: unknown[]): boolean {
  return parts.every((part) => isSmall(part, mostValues));
}
