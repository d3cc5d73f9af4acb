import { useQuery } from '@tanstack/react-query';
import { listEvents } from '../../contract/events.ts';
import { call } from './call.ts';
import { keys } from './keys.ts';

/** The user's latest app events of a name, with their data. */
export function usePastEvents(name: string | undefined) {
  return useQuery({
    queryKey: keys.events(name ?? ''),
    queryFn: ({ signal }) => call(listEvents, { query: { name: name ?? '' }, signal }),
    enabled: name !== undefined,
  });
}
