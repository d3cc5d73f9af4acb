import { longestExample } from '../../flow/tolerant-json/read-tolerant-json.ts';
import { inBackgroundOrHere } from '../background/in-background.ts';
import { eventsText as text } from '../text/english/events.ts';
import { pastedAsItIs } from '../designer/json/pasted-json.ts';
import { currentLanguage } from '../text/language.ts';

/** The text of a file, laid out as one that is pasted; or why it is not taken, in words. One that is too long is not read at all. */
export async function textOfFile(
  file: Blob,
): Promise<{ ok: true; text: string } | { ok: false; reason: string }> {
  if (file.size > longestExample) {
    return {
      ok: false,
      reason: text('tooLarge', { size: megabytes(file.size), most: megabytes(longestExample) }),
    };
  }
  const pasted = await file.text();
  const laidOut = await inBackgroundOrHere('pastedInto', { current: '', pasted }, () =>
    pastedAsItIs('', pasted),
  );
  return { ok: true, text: laidOut.text };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });
}
