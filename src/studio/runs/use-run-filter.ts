import { useSearchParams } from 'wouter';
import type { RunListQuery } from '../api/runs.ts';
import { runStatuses } from '../ui/RunStatus.tsx';

/** Which runs the Log shows is in its URL: `?flow=<id>&status=failed`, or `?show=unprocessed`. */
export function useRunFilter() {
  const [params, setParams] = useSearchParams();
  const show = params.get('show') === 'unprocessed' ? ('unprocessed' as const) : ('runs' as const);
  const status = params.get('status') ?? '';
  const query: RunListQuery = {
    flowId: params.get('flow') ?? undefined,
    status: runStatuses.find((each) => each === status),
  };
  const set = (name: 'flow' | 'status' | 'show', value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return {
    query,
    show,
    setShow: (value: string) => set('show', value === 'unprocessed' ? value : null),
    setFlow: (flowId: string | null) => set('flow', flowId),
    setStatus: (value: string | null) => set('status', value),
    reset: () => setParams(show === 'runs' ? {} : { show }, { replace: true }),
  };
}
