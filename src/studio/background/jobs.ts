import { catalogue } from '../../connectors/catalogue.ts';
import { mergeExamples } from '../../flow/event-contract/merge-examples.ts';
import { lossesBy, lossesOfComponent } from '../../flow/impact/losses.ts';
import type { Descriptor } from '../../flow/descriptor.ts';
import { followProblems, type Problem } from '../../flow/problems.ts';
import { laidOut } from '../designer/json/format-json.ts';
import { pastedInto } from '../designer/json/pasted-json.ts';
import { readTolerantJson } from '../../flow/tolerant-json/read-tolerant-json.ts';
import { readSampleNow } from '../designer/json/sample-reading.ts';
import { textOfData } from '../designer/test-run/test-data.ts';
import { contractFile } from '../events/contract-file.ts';
import { contractRows } from '../events/contract-rows.ts';
import { readMeantJsonNow } from '../events/meant-json-reading.ts';
import { createFlowReceiver, type FlowVersion } from './flow-sent.ts';

const received = createFlowReceiver();
const problemsIn = followProblems(catalogue);

/**
 * Work that takes longer than a key can wait, by name: functions that change nothing, whose input and result can be sent.
 * What they give is no more than is shown, since the page has to unpack it between two keys.
 */
export const jobs = {
  readSample: readSampleNow,
  pastedInto: ({ current, pasted }: { current: string | undefined; pasted: string }) =>
    pastedInto(current, pasted),
  laidOut,
  /** As JSON, ready to be sent: of a blob the page gets no more than a handle. */
  jsonOf: (value: unknown) => new Blob([JSON.stringify(value)]),
  /** The text of one example that has every field of several. */
  mergeExamples: (examples: readonly unknown[]): string => textOfData(mergeExamples(examples)),
  /** Looks again only at what has changed; undefined where it does not know since what. */
  problemsOf(version: FlowVersion): Problem[] | undefined {
    const descriptor = received(version);
    return descriptor && problemsIn(descriptor);
  },
  readTolerant: readTolerantJson,
  meantJson: readMeantJsonNow,
  contractRows,
  contractFile,
  lossesBy: (change: { before: Descriptor; after: Descriptor }) => lossesBy({ ...change, catalogue }),
  lossesOfComponent: (change: { before: Descriptor; after: Descriptor; id: string }) =>
    lossesOfComponent({ ...change, catalogue }),
};
