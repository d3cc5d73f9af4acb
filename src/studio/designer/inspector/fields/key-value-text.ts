import { isRecord } from '../../../../flow/record.ts';

export type Pair = {
  key: string;
  /** As a text to edit. */
  value: string;
  /** What is stored, where that is no text; it stays so until the pair's value is edited. */
  kept?: { value: unknown };
};

/** The pairs of a JSON object text; undefined when the text is something else, which is then edited as text. */
export function pairsOf(text: string): Pair[] | undefined {
  if (text.trim() === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    return Object.entries(value).map(([key, item]) =>
      typeof item === 'string'
        ? { key, value: item }
        : { key, value: JSON.stringify(item), kept: { value: item } },
    );
  } catch {
    return undefined;
  }
}

/** The JSON text of pairs; one without a name is not in it yet, of equal names the last wins. */
export function textOfPairs(pairs: readonly Pair[]): string {
  const named = pairs.filter(({ key }) => key !== '');
  return named.length === 0
    ? ''
    : JSON.stringify(
        Object.fromEntries(named.map(({ key, value, kept }) => [key, kept ? kept.value : value])),
      );
}

/** The pairs with one renamed, or with another text as its value. */
export function withPair(pairs: readonly Pair[], at: number, change: Partial<Pair>): Pair[] {
  return pairs.map((pair, index) => {
    if (index !== at) return pair;
    const { kept, ...texts } = pair;
    const same = change.value === undefined || change.value === pair.value;
    return { ...texts, ...change, ...(kept && same ? { kept } : {}) };
  });
}
