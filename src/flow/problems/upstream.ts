import { ancestryOf } from '../ancestors.ts';
import type { Descriptor } from '../descriptor.ts';
import { incoming } from '../graph.ts';
import type { Surroundings } from './references.ts';

/** Most variables come from right above; only one from further up needs to know the whole ancestry. */
export function upstreamTest(descriptor: Descriptor): Surroundings['isUpstream'] {
  let ancestry: Surroundings['isUpstream'] | undefined;
  return (upstream, downstream) => {
    if (upstream !== downstream && incoming(descriptor, downstream).some(({ from }) => from === upstream)) {
      return true;
    }
    ancestry ??= ancestryOf(descriptor);
    return ancestry(upstream, downstream);
  };
}
