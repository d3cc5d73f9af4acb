import { RE2JS } from 're2js';
import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { beyondLinear, longestPattern } from './beyond-linear.ts';
import type { Pattern } from './pattern.ts';

/** Unicode is always on; `g` says nothing here, since each modifier tells whether it wants one match or all. */
const flagBits: Record<string, number> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
  g: 0,
  u: 0,
};

const mostKept = 200;
/** Instructions of the pattern times characters of the text: a match takes at most so many steps. */
const mostWork = 100_000_000;
/** A list of matches may search the rest of the text for each of them: it is cut off after this. Milliseconds. */
const mostTime = 500;

/**
 * Regular expressions by RE2: the time of a match grows with pattern and text alone, so no pattern can hang the process.
 * The price are lookaround and backreferences, which it does not have. `clock` counts milliseconds.
 */
export function linearPatterns(clock: () => number): (source: string, flags: string) => Pattern {
  const kept = new Map<string, Pattern>();
  return (source, flags) => {
    const key = `${flags}/${source}`;
    const known = kept.get(key);
    if (known) return known;
    const pattern = compile(source, flags, clock);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    kept.set(key, pattern);
    return pattern;
  };
}

function compile(source: string, flags: string, clock: () => number): Pattern {
  const bits = flags.split('').map((flag) => {
    const bit = Object.hasOwn(flagBits, flag) ? flagBits[flag] : undefined;
    if (bit === undefined) throw new MessageError(message('reason.flag', { flag }));
    return bit;
  });
  const compiled = compiledOrReason(
    source,
    bits.reduce((all, bit) => all | bit, 0),
  );
  const names = compiled.namedGroups();
  return {
    groupCount: compiled.groupCount(),
    groupNamed: (name) => (Object.hasOwn(names, name) ? names[name] : undefined),
    *matches(text) {
      if (compiled.programSize() * text.length > mostWork)
        throw new MessageError(message('reason.patternWork'));
      const matcher = compiled.matcher(text);
      const deadline = clock() + mostTime;
      while (matcher.find()) {
        if (clock() > deadline) throw new MessageError(message('reason.patternWork'));
        const groups = Array.from(
          { length: compiled.groupCount() + 1 },
          (_, index) => matcher.group(index) ?? undefined,
        );
        yield { start: matcher.start(), end: matcher.end(), groups };
      }
    },
  };
}

function compiledOrReason(source: string, bits: number): RE2JS {
  try {
    if (source.length > longestPattern) throw new Error(`longer than ${longestPattern} characters`);
    return RE2JS.compile(source, bits);
  } catch (error) {
    const part = beyondLinear(source);
    if (part !== undefined)
      throw new MessageError(message('reason.beyondPattern', { part }), { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw new MessageError(message('reason.notPattern', { pattern: source.slice(0, 200), reason }), {
      cause: error,
    });
  }
}
