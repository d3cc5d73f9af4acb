import { inBackground } from '../../background/in-background.ts';
import { isLongText } from '../../background/long-text.ts';
import { type SampleReading, readSampleNow } from './sample-reading.ts';

/** The editor's lint and the field tree ask for the same text: the last answer is kept. */
let last: { text: string; reading: Promise<SampleReading> } | undefined;

/** Reads an example, at once or in the background. */
export function readSample(text: string): Promise<SampleReading> {
  if (last?.text === text) return last.reading;
  const reading = isLongText(text) ? inBackground('readSample', text) : Promise.resolve(readSampleNow(text));
  const asked = { text, reading };
  last = asked;
  reading.catch(() => {
    // What has failed is tried again.
    if (last === asked) last = undefined;
  });
  return reading;
}
