import type { Problem } from '../../../flow/problems.ts';
import { sameValue } from '../../../flow/same-value.ts';
import { createFlowSender } from '../../background/flow-sent.ts';
import { inBackground } from '../../background/in-background.ts';
import { holdsLongText } from './long-texts.ts';
import type { SearchApart } from './document-store.ts';

/** Looks for the problems of one flow's versions in the background while one of its texts is long: it would be read on the page. */
export function searchInBackground(): SearchApart {
  const sender = createFlowSender();
  let last: Problem[] = [];
  return (descriptor) => {
    if (!holdsLongText(descriptor)) return undefined;
    const ask = async (whole: boolean) =>
      inBackground('problemsOf', sender.version(descriptor, whole ? { whole } : {}));
    const search = async () => {
      const problems = (await ask(false)) ?? (await ask(true)) ?? [];
      // What has come from elsewhere is never the very same, and all cards are made anew for another one.
      if (!sameValue(last, problems)) last = problems;
      return last;
    };
    return search();
  };
}
