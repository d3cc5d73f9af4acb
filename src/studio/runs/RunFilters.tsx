import { Select } from '@mantine/core';
import { useFlowNames } from '../api/flows.ts';
import { runsText as text } from '../text/english/runs.ts';
import { uiText } from '../text/english/ui.ts';
import { runStatuses } from '../ui/RunStatus.tsx';
import classes from './RunFilters.module.css';
import { RunViews } from './unprocessed/RunViews.tsx';
import type { useRunFilter } from './use-run-filter.ts';

/** Which flow's runs, and how they ended. */
export function RunFilters({ filter }: { filter: ReturnType<typeof useRunFilter> }) {
  const names = useFlowNames();
  const flows = (names.data ?? [])
    .filter((flow) => flow.type !== 'integration-template')
    .map((flow) => ({ value: flow.flowId, label: flow.name || uiText('untitled') }));
  const { flowId, status } = filter.query;
  // A link may name a flow that the list does not hold, a deleted one for instance.
  if (flowId && !flows.some((flow) => flow.value === flowId)) {
    flows.push({ value: flowId, label: text(names.isPending ? 'filter.loading' : 'filter.goneFlow') });
  }
  return (
    <div className={classes.filters}>
      <RunViews filter={filter} />
      <Select
        aria-label={text('filter.flow')}
        placeholder={text('filter.allFlows')}
        searchable
        clearable
        nothingFoundMessage={text('filter.noFlow')}
        value={flowId ?? null}
        onChange={filter.setFlow}
        data={flows}
      />
      {filter.show === 'runs' && (
        <Select
          aria-label={text('filter.status')}
          placeholder={text('filter.anyStatus')}
          clearable
          value={status ?? null}
          onChange={filter.setStatus}
          data={runStatuses.map((value) => ({ value, label: uiText(`run.${value}`) }))}
        />
      )}
    </div>
  );
}
