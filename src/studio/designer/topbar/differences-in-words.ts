import { countChanges, diffFlows, isEmptyDiff } from '../../../flow/diff.ts';
import { countsInWords } from '../../../flow/diff/words.ts';
import { say } from '../../text/say.ts';
import { topbarText as text } from '../../text/english/topbar.ts';
import type { DocumentContent } from '../document/document-store.ts';

/** What another version of the flow has that this one has not, in a few words: "2 components changed, 1 added". */
export function differencesInWords(mine: DocumentContent, theirs: DocumentContent): string {
  const diff = diffFlows(mine, theirs);
  const called = mine.name === theirs.name ? [] : [text('conflict.called', { name: theirs.name })];
  const { concurrency: most = null } = theirs;
  const set = (mine.concurrency ?? null) === most ? [] : [settingInWords(most)];
  const beside = [...called, ...set];
  const drawn = beside.length > 0 && isEmptyDiff(diff) ? [] : countsInWords(countChanges(diff)).map(say);
  return [...beside, ...drawn].join(', ');
}

function settingInWords(concurrency: number | null): string {
  return concurrency === null ? text('conflict.noLimit') : text('conflict.limit', { count: concurrency });
}
