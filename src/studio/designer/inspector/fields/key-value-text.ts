import { isRecord } from '../../../../flow/record.ts';

export type Pair = { key: string; value: string };

/** The pairs of a JSON object text; undefined when the text is something else, which is then edited as text. */
export function pairsOf(text: string): Pair[] | undefined {
  if (text.trim() === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    return Object.entries(value).map(([key, item]) => ({
      key,
      value: typeof item === 'string' ? item : JSON.stringify(item),
    }));
  } catch {
    return undefined;
  }
}

/** The JSON text of pairs; one without a name is not in it yet, of equal names the last wins. */
export function textOfPairs(pairs: readonly Pair[]): string {
  const named = pairs.filter(({ key }) => key !== '');
  return named.length === 0
    ? ''
    : JSON.stringify(Object.fromEntries(named.map(({ key, value }) => [key, value])));
}
