/** Escapes and classes are passed over whole, as what stands in them means something else. */
const tokens = /\\k<|\\[1-9]|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]/gs;
const beyond = /^(?:\\k<|\\[1-9]|\(\?)/;

/** What in a pattern of JavaScript RE2 does not have: the beginning of a lookaround, or a backreference. */
export function beyondLinear(pattern: string): string | undefined {
  return pattern.match(tokens)?.find((token) => beyond.test(token));
}
