import { Button, Skeleton, Stack, Table } from '@mantine/core';
import { Inbox, SearchX } from 'lucide-react';
import { useRuns } from '../api/runs.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import { LoadMore } from '../ui/LoadMore.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { RunFilters } from './RunFilters.tsx';
import { RunRow } from './RunRow.tsx';
import { useRunFilter } from './use-run-filter.ts';

/** The Log: the user's runs, newest first, kept up to date. */
export default function RunsScreen() {
  const filter = useRunFilter();
  const list = useRuns(filter.query);
  const runs = list.data?.pages.flat() ?? [];
  return (
    <>
      <PageHeader
        title="Log"
        description="Every run of your flows, with what went into each step and what came out."
      />
      <RunFilters filter={filter} />
      <Panel>
        {list.isPending ? (
          <Rows />
        ) : list.isError && runs.length === 0 ? (
          <ErrorState title="The log could not be loaded" error={list.error} retry={list.refetch} />
        ) : runs.length === 0 ? (
          <NoRuns filtered={Boolean(filter.query.flowId ?? filter.query.status)} onShowAll={filter.reset} />
        ) : (
          <ListTable
            columns={
              <>
                <Table.Th>Flow</Table.Th>
                <Table.Th>Status</Table.Th>
                <Table.Th>Started</Table.Th>
                <Table.Th visibleFrom="sm" ta="right">
                  Duration
                </Table.Th>
                <Table.Th visibleFrom="sm" ta="right">
                  Steps
                </Table.Th>
              </>
            }
          >
            {runs.map((run) => (
              <RunRow key={run.runId} run={run} />
            ))}
          </ListTable>
        )}
      </Panel>
      <LoadMore list={list} label="Load older runs" />
    </>
  );
}

function NoRuns(props: { filtered: boolean; onShowAll: () => void }) {
  return props.filtered ? (
    <EmptyState
      icon={SearchX}
      title="No run matches"
      actions={
        <Button variant="default" onClick={props.onShowAll}>
          Show all runs
        </Button>
      }
    >
      No run of that flow has that status.
    </EmptyState>
  ) : (
    <EmptyState icon={Inbox} title="Nothing has run yet">
      Start a flow and send its event: each run appears here within a moment.
    </EmptyState>
  );
}

function Rows() {
  return (
    <Stack gap="lg" p="lg" role="status" aria-label="Loading the log">
      {[52, 40, 46, 34].map((width) => (
        <Skeleton key={width} height={16} width={`${width}%`} />
      ))}
    </Stack>
  );
}
