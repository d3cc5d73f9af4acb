import { useQuery } from '@tanstack/react-query';
import { listenForEvents, listEventNames, listEvents, type StoredEvent } from '../../contract/events.ts';
import { call, listen } from './call.ts';
import { keys } from './keys.ts';

/** The user's latest app events of a name, with their data. */
export function usePastEvents(name: string | undefined) {
  return useQuery({
    queryKey: keys.events(name ?? ''),
    queryFn: ({ signal }) => call(listEvents, { query: { name: name ?? '' }, signal }),
    enabled: name !== undefined,
  });
}

/** The names of the user's latest app events. */
export function useEventNames(options: { enabled: boolean }) {
  return useQuery({
    queryKey: keys.eventNames,
    queryFn: ({ signal }) => call(listEventNames, { signal }),
    enabled: options.enabled,
  });
}

/** The user's latest app event of a name; undefined when none was sent. */
export async function latestEvent(name: string): Promise<StoredEvent | undefined> {
  return (await call(listEvents, { query: { name, limit: 1 } }))[0];
}

/**
 * Waits for the user's next app event of a name. Gives undefined when the server, which waits for ten minutes, has seen
 * none. An aborted wait fails as `fetch` does.
 */
export async function nextEvent(name: string, signal: AbortSignal): Promise<StoredEvent | undefined> {
  const enough = new AbortController();
  let found: StoredEvent | undefined;
  const until = AbortSignal.any([signal, enough.signal]);
  try {
    await listen(listenForEvents, { query: { name }, signal: until }, ({ event, data }) => {
      if (event !== 'app-event' || found) return;
      found = JSON.parse(data) as StoredEvent;
      enough.abort();
    });
  } catch (error) {
    if (!found || signal.aborted) throw error;
  }
  return found;
}
