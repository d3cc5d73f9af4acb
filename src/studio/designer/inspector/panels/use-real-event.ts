import { useEffect, useRef, useState } from 'react';
import type { StoredEvent } from '../../../../contract/events.ts';
import { messageOf } from '../../../api/call.ts';
import { latestEvent, nextEvent } from '../../../api/events.ts';

/** How it stands with an event that is to become the example. */
export type RealEvent =
  | { phase: 'idle' }
  | { phase: 'asking' }
  | { phase: 'listening' }
  /** `none`: nothing was sent so far, `silence`: nothing came while one listened. */
  | { phase: 'none' }
  | { phase: 'silence' }
  | { phase: 'failed'; reason: string }
  | { phase: 'taken'; at: string; way: 'last' | 'next' };

/**
 * Fetches the last event of a name, or waits for the next one, and hands it on: `onEvent` says whether it was taken. One at
 * a time; it ends with the panel.
 */
export function useRealEvent(name: string, onEvent: (event: StoredEvent) => Promise<boolean>) {
  const [state, setState] = useState<RealEvent>({ phase: 'idle' });
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const wait = async (
    way: 'last' | 'next',
    ask: (signal: AbortSignal) => Promise<StoredEvent | undefined>,
  ): Promise<void> => {
    under.current?.abort();
    const own = new AbortController();
    under.current = own;
    setState({ phase: way === 'last' ? 'asking' : 'listening' });
    try {
      const event = await ask(own.signal);
      if (own.signal.aborted) return;
      if (!event) return setState({ phase: way === 'last' ? 'none' : 'silence' });
      const taken = await onEvent(event);
      if (under.current === own)
        setState(taken ? { phase: 'taken', at: event.createdAt, way } : { phase: 'idle' });
    } catch (error) {
      if (!own.signal.aborted) setState({ phase: 'failed', reason: messageOf(error) });
    }
  };

  return {
    state,
    takeLast: () => void wait('last', () => latestEvent(name)),
    listen: () => void wait('next', (signal) => nextEvent(name, signal)),
    cancel: () => {
      under.current?.abort();
      setState({ phase: 'idle' });
    },
  };
}
