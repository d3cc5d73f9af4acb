import { atOnce } from '../../../flow/at-once.ts';
import { formatSteps } from '../../../flow/path.ts';
import type { VariableGroup } from '../../../flow/variables.ts';
import { keyAt } from './field-base.ts';
import { rowsOfItems, rowsThatAsk } from './list-offers.ts';
import { indexInSteps, type SearchEntry, type SearchIndex } from './search-index.ts';
import type { Constant, VariableRow } from './variable-row.ts';

/** Matches in lists beside which other items are offered: more would bury the matches. */
const mostOffers = 12;

/** Matches in further items of lists, by component: values of each item are a matter of the tree. */
const mostFurther = 200;

export function indexVariables(
  groups: readonly VariableGroup[],
  constants: readonly Constant[],
): SearchIndex {
  return atOnce(indexInSteps(groups, constants));
}

/**
 * The fields in whose path, value or component's name every word of the query occurs, under their components. In a
 * component those whose own name or value is the word come first, then those whose name has it, last those that have
 * nothing but their component's name of it; shallow before deep. A match in a list brings what else the list offers.
 */
export function searchVariables(index: SearchIndex, query: string): VariableRow[] {
  const whole = query.trim().toLowerCase();
  const words = whole.split(/\s+/).filter(Boolean);
  return index.flatMap(({ heading, label, entries }) => {
    const byRank: SearchEntry[][] = [[], [], [], [], [], []];
    for (const entry of entries) {
      const found = foundIn(entry, words, label);
      if (found)
        byRank[found === 'component' ? 5 : rankOf(entry, { whole, word: words.at(-1) ?? '' })]!.push(entry);
    }
    for (const ranked of byRank) ranked.sort((a, b) => a.depth - b.depth);
    const byComponent = byRank.pop()!.map((entry) => entry.row());
    let further = 0;
    const matches = byRank.flat().filter((entry) => !entry.further || (further += 1) <= mostFurther);
    const rows = [...withLists(matches), ...byComponent];
    if (rows.length > 0) return [heading, ...rows];
    return heading.reference && words.every((word) => label.includes(word)) ? [heading] : [];
  });
}

/** A place in a list, as one writes it. */
const place = /\[-?\d/;

function foundIn(
  { text, sample, further }: SearchEntry,
  words: readonly string[],
  label: string,
): 'itself' | 'component' | undefined {
  let itself = false;
  let exactly = false;
  for (const word of words) {
    if (sample.includes(word)) exactly = true;
    else if (text.includes(word)) {
      itself = true;
      if (further && place.test(word)) exactly = true;
    } else if (!label.includes(word)) return undefined;
  }
  if (exactly) return 'itself';
  if (further) return undefined;
  return itself ? 'itself' : 'component';
}

/** The matches, behind the first one of a field what its list offers of that. */
function withLists(entries: readonly SearchEntry[]): VariableRow[] {
  const matches = entries.map((entry) => entry.row());
  if (!entries.some(({ list }) => list)) return matches;
  const shown = new Set(matches.map(({ key }) => key));
  const offered = new Set<string>();
  return entries.flatMap(({ list }, at) => {
    const rows = [matches[at]!];
    if (!list || offered.size >= mostOffers) return rows;
    const field = `${keyAt(list.base)} ${formatSteps(list.inner)}`;
    if (offered.has(field)) return rows;
    offered.add(field);
    for (const row of [...rowsOfItems(list), ...rowsThatAsk(list)]) {
      if (shown.has(row.key)) continue;
      shown.add(row.key);
      rows.push(row);
    }
    return rows;
  });
}

/** A value may have dots and spaces of its own; a name is the last part of a path. */
function rankOf({ name, sample }: SearchEntry, { whole, word }: { whole: string; word: string }): number {
  const last = word.split('.').at(-1)!;
  if (name === last) return 0;
  if (sample !== '' && (sample === whole || sample === word)) return 1;
  if (name.startsWith(last)) return 2;
  return name.includes(last) ? 3 : 4;
}
