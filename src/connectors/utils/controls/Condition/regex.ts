import { linearPatterns } from '../../../../flow/modifiers/linear-pattern.ts';

const patternOf = linearPatterns(() => performance.now());

/**
 * Tests text against an author's pattern, `a+` or `/a+/i`, by RE2, which no pattern can hang.
 *
 * @throws an Error with a plain message for a pattern that is malformed, uses what RE2 has not, or is too large for the text
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const delimited = /^\/(.*)\/([a-z]*)$/s.exec(pattern);
  try {
    const compiled = patternOf(delimited?.[1] ?? pattern, delimited?.[2] ?? '');
    return compiled.matches(text).next().done === false;
  } catch (cause) {
    throw new Error(`The regular expression ${pattern} cannot be used: ${(cause as Error).message}.`, {
      cause,
    });
  }
}
