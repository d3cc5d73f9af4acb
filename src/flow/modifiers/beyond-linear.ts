/** Characters of the longest pattern that is compiled: what is longer is not looked at either. */
export const longestPattern = 2_000;

/**
 * Escapes, quoted texts and classes are passed over whole, as what stands in them means something else. One that is not
 * closed goes on to the end: each has to be found without looking for its end from the next one again. `\12` is octal.
 */
const tokens = /\\k<|\\Q.*?(?:\\E|$)|\\[1-7][0-7]|\\.|\[(?:\\.?|[^\]\\])*(?:\]|$)|\(\?<?[=!]/gs;
const beyond = /^(?:\\k<|\\[1-9]$|\(\?)/;

/** What in a pattern of JavaScript RE2 does not have: the beginning of a lookaround, or a backreference. */
export function beyondLinear(pattern: string): string | undefined {
  if (pattern.length > longestPattern) return undefined;
  return pattern.match(tokens)?.find((token) => beyond.test(token));
}
