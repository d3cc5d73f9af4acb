import { useMutation, useQuery } from '@tanstack/react-query';
import {
  acceptEventDrift,
  changeEventContract,
  type EventContract,
  type EventDrift,
  forgetEventContract,
  listEventContracts,
  listEventUses,
  readEventContract,
  teachEventContract,
} from '../../contract/event-contracts.ts';
import { call } from './call.ts';
import { keys } from './keys.ts';
import { queryClient } from './query-client.ts';

/** Milliseconds. */
const refreshAfter = 5_000;

/** What is known of the user's events, by name; follows what is learnt while the page is in view. */
export function useEventContracts() {
  return useQuery({
    queryKey: keys.eventContractList,
    queryFn: ({ signal }) => call(listEventContracts, { signal }),
    refetchInterval: refreshAfter,
  });
}

/** Milliseconds: who draws a flow need not know at once. */
const refreshInDesigner = 60_000;

/** Do the events of this name differ from before, as far as is known? */
export function useIsDrifting(event: string): boolean {
  const { data } = useQuery({
    queryKey: keys.eventContractList,
    queryFn: ({ signal }) => call(listEventContracts, { signal }),
    refetchInterval: refreshInDesigner,
    staleTime: refreshInDesigner,
    enabled: event !== '',
    select: (contracts) => contracts.some((one) => one.event === event && one.drifting),
  });
  return data === true;
}

/** How they differ; undefined while they do not. */
export function useEventDrift(event: string): EventDrift | undefined {
  const drifting = useIsDrifting(event);
  const { data } = useQuery({
    queryKey: keys.eventContract(event),
    queryFn: ({ signal }) => call(readEventContract, { params: { event }, signal }),
    refetchInterval: refreshInDesigner,
    staleTime: refreshInDesigner,
    enabled: drifting,
  });
  return drifting ? (data?.drift ?? undefined) : undefined;
}

/** The same of one event; of one that never came, an empty contract. */
export function useEventContract(event: string) {
  return useQuery({
    queryKey: keys.eventContract(event),
    queryFn: ({ signal }) => call(readEventContract, { params: { event }, signal }),
    refetchInterval: refreshAfter,
  });
}

/** The same, once and as it is now. */
export function readContractNow(event: string): Promise<EventContract> {
  return call(readEventContract, { params: { event } });
}

/** What the user's flows take out of the event's data. */
export function useEventUses(event: string) {
  return useQuery({
    queryKey: keys.eventUses(event),
    queryFn: ({ signal }) => call(listEventUses, { params: { event }, signal }),
  });
}

/** Locks, unlocks or checks a contract. */
export function useChangeContract(event: string) {
  return useMutation({
    mutationFn: (body: Pick<EventContract, 'locked' | 'checking'> & Partial<Pick<EventContract, 'schema'>>) =>
      call(changeEventContract, { params: { event }, body }),
    onSuccess: show,
  });
}

/** Locks a contract to a schema, given as JSON. */
export function useImportSchema({ event, checking }: Pick<EventContract, 'event' | 'checking'>) {
  return useMutation({
    mutationFn: (schema: Blob) => {
      const written = [`{"locked":true,"checking":${JSON.stringify(checking)},"schema":`, schema, '}'];
      return call(changeEventContract, { params: { event }, written: new Blob(written) });
    },
    onSuccess: show,
  });
}

/** Adds an example of the data, given as JSON, to what is known. */
export function useTeachContract(event: string) {
  return useMutation({
    mutationFn: (example: Blob) =>
      call(teachEventContract, {
        params: { event },
        written: new Blob(['{"examples":[', example, ']}']),
      }),
    onSuccess: show,
  });
}

/** Takes the recent events as the normal ones. */
export function useAcceptDrift(event: string) {
  return useMutation({
    mutationFn: () => call(acceptEventDrift, { params: { event } }),
    onSuccess: show,
  });
}

export function useForgetContract(event: string) {
  return useMutation({
    mutationFn: () => call(forgetEventContract, { params: { event } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.eventContracts }),
  });
}

function show(contract: EventContract): void {
  queryClient.setQueryData(keys.eventContract(contract.event), contract);
  void queryClient.invalidateQueries({ queryKey: keys.eventContractList });
}
