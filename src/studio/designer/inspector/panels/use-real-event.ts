import { useEffect, useRef, useState } from 'react';
import type { StoredEvent } from '../../../../contract/events.ts';
import { messageOf } from '../../../api/call.ts';
import { readContractNow } from '../../../api/event-contracts.ts';
import { latestEvent, nextEvent } from '../../../api/events.ts';

/** The last event, the next one, or one that has every field of the contract. */
type Way = 'last' | 'next' | 'contract';

/** How it stands with an event that is to become the example. */
export type RealEvent =
  | { phase: 'idle' }
  | { phase: 'asking'; way: Way }
  | { phase: 'listening' }
  /** `none`: nothing was sent or is known so far, `silence`: nothing came while one listened. */
  | { phase: 'none'; way: Way }
  | { phase: 'silence' }
  | { phase: 'failed'; reason: string }
  | { phase: 'taken'; way: 'last' | 'next'; at: string }
  | { phase: 'taken'; way: 'contract' };

/** Data to become the example; `at`: when it was sent. */
type Found = { data: unknown; way: 'last' | 'next'; at: string } | { data: unknown; way: 'contract' };

/**
 * Fetches the last event of a name or what its contract knows, or waits for the next event, and hands the data on: `onData`
 * says whether they were taken. One at a time; it ends with the panel.
 */
export function useRealEvent(name: string, onData: (data: unknown) => Promise<boolean>) {
  const [state, setState] = useState<RealEvent>({ phase: 'idle' });
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const wait = async (way: Way, ask: (signal: AbortSignal) => Promise<Found | undefined>): Promise<void> => {
    under.current?.abort();
    const own = new AbortController();
    under.current = own;
    setState(way === 'next' ? { phase: 'listening' } : { phase: 'asking', way });
    try {
      const found = await ask(own.signal);
      if (own.signal.aborted) return;
      if (!found) return setState(way === 'next' ? { phase: 'silence' } : { phase: 'none', way });
      const { data, ...origin } = found;
      const taken = await onData(data);
      if (under.current === own) setState(taken ? { phase: 'taken', ...origin } : { phase: 'idle' });
    } catch (error) {
      if (!own.signal.aborted) setState({ phase: 'failed', reason: messageOf(error) });
    }
  };

  return {
    state,
    takeLast: () => void wait('last', async () => sent(await latestEvent(name), 'last')),
    listen: () => void wait('next', async (signal) => sent(await nextEvent(name, signal), 'next')),
    takeContract: () =>
      void wait('contract', async () => {
        const { example } = await readContractNow(name);
        return example === null ? undefined : { data: example, way: 'contract' };
      }),
    cancel: () => {
      under.current?.abort();
      setState({ phase: 'idle' });
    },
  };
}

function sent(event: StoredEvent | undefined, way: 'last' | 'next'): Found | undefined {
  return event && { data: event.data, way, at: event.createdAt };
}
