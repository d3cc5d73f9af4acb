import { Select } from '@mantine/core';
import { useFlowNames } from '../api/flows.ts';
import { runStatuses } from '../ui/RunStatus.tsx';
import classes from './RunFilters.module.css';
import type { useRunFilter } from './use-run-filter.ts';

/** Which flow's runs, and how they ended. */
export function RunFilters({ filter }: { filter: ReturnType<typeof useRunFilter> }) {
  const names = useFlowNames();
  const flows = (names.data ?? [])
    .filter((flow) => flow.type !== 'integration-template')
    .map((flow) => ({ value: flow.flowId, label: flow.name || 'Untitled' }));
  const { flowId, status } = filter.query;
  // A link may name a flow that the list does not hold, a deleted one for instance.
  if (flowId && !flows.some((flow) => flow.value === flowId)) {
    flows.push({ value: flowId, label: names.isPending ? 'Loading…' : 'A flow that is gone' });
  }
  return (
    <div className={classes.filters}>
      <Select
        aria-label="Flow"
        placeholder="All flows"
        searchable
        clearable
        nothingFoundMessage="No flow matches"
        value={flowId ?? null}
        onChange={filter.setFlow}
        data={flows}
      />
      <Select
        aria-label="Status"
        placeholder="Any status"
        clearable
        value={status ?? null}
        onChange={filter.setStatus}
        data={Object.entries(runStatuses).map(([value, { label }]) => ({ value, label }))}
      />
    </div>
  );
}
