import { formatOf } from '../formats.ts';

/** Characters of the longest name of a field that anyone has met. */
const longestName = 64;

/**
 * Is a key surely data, as in `{ "ann@example.com": { … } }`? A name of a field is short and holds no address, no blank
 * and no long number. What passes here may be data all the same: `tellable.ts` asks for more.
 */
export function isSurelyData(key: string): boolean {
  return key.length > longestName || /[@\s]|\d{5}|^[\d.+-]+$/.test(key) || formatOf(key) !== undefined;
}
