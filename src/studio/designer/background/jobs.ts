import { catalogue } from '../../../connectors/catalogue.ts';
import { mergeExamples } from '../../../flow/event-contract/merge-examples.ts';
import { lossesBy, lossesOfComponent } from '../../../flow/impact/losses.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { readSampleNow } from '../json/sample-reading.ts';
import { textOfData } from '../test-run/test-data.ts';

/**
 * Work that takes longer than a key can wait, by name: pure functions, whose input and result can be sent. What they give
 * is no more than is shown, since the page has to unpack it between two keys.
 */
export const jobs = {
  readSample: readSampleNow,
  /** As JSON, ready to be sent: of a blob the page gets no more than a handle. */
  jsonOf: (value: unknown) => new Blob([JSON.stringify(value)]),
  /** The text of one example that has every field of several. */
  mergeExamples: (examples: readonly unknown[]): string => textOfData(mergeExamples(examples)),
  lossesBy: (change: { before: Descriptor; after: Descriptor }) => lossesBy({ ...change, catalogue }),
  lossesOfComponent: (change: { before: Descriptor; after: Descriptor; id: string }) =>
    lossesOfComponent({ ...change, catalogue }),
};
