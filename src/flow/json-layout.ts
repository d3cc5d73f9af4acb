/** Levels that JSON is laid out to. Deeper ones stand on one line: indented, a text of a megabyte would be one of hundreds. */
export const deepestLine = 30;

/** The line break before what stands at a level. */
export function lineAtLevel(depth: number): string {
  return depth > deepestLine ? '' : `\n${'  '.repeat(depth)}`;
}
