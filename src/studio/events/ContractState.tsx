import type { EventContractSummary } from '../../contract/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { Status } from '../ui/Status.tsx';

/** Does it learn or hold, and do the events differ from before? */
export function ContractState({ contract }: { contract: Pick<EventContractSummary, 'locked' | 'drifting'> }) {
  const { locked, drifting } = contract;
  if (drifting)
    return <Status tone="warn" label={text(locked ? 'state.lockedDrifting' : 'state.drifting')} />;
  return <Status tone={locked ? 'ok' : 'quiet'} label={text(locked ? 'state.locked' : 'state.learning')} />;
}
