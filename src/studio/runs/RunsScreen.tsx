import { Button, Skeleton, Stack, Table, VisuallyHidden } from '@mantine/core';
import { Inbox, SearchX } from 'lucide-react';
import { useRuns } from '../api/runs.ts';
import { runsText as text } from '../text/english/runs.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import { LoadMore } from '../ui/LoadMore.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { RunFilters } from './RunFilters.tsx';
import { RunRow } from './RunRow.tsx';
import { UnprocessedList } from './unprocessed/UnprocessedList.tsx';
import { useRunFilter } from './use-run-filter.ts';

/** The Log: the user's runs, newest first, kept up to date, or what failed ones left undone. */
export default function RunsScreen() {
  const filter = useRunFilter();
  return (
    <>
      <PageHeader title={text('title')} description={text('text')} />
      <RunFilters filter={filter} />
      {filter.show === 'unprocessed' ? (
        <UnprocessedList
          // What is chosen is chosen of one list.
          key={filter.query.flowId}
          flowId={filter.query.flowId}
          onShowAll={filter.reset}
        />
      ) : (
        <RunList filter={filter} />
      )}
    </>
  );
}

function RunList({ filter }: { filter: ReturnType<typeof useRunFilter> }) {
  const list = useRuns(filter.query);
  const runs = list.data?.pages.flat() ?? [];
  return (
    <>
      <Panel>
        {list.isPending ? (
          <Rows />
        ) : list.isError && runs.length === 0 ? (
          <ErrorState title={text('notLoaded')} error={list.error} retry={list.refetch} />
        ) : runs.length === 0 ? (
          <NoRuns filtered={Boolean(filter.query.flowId ?? filter.query.status)} onShowAll={filter.reset} />
        ) : (
          <ListTable
            columns={
              <>
                <Table.Th>{text('columns.flow')}</Table.Th>
                <Table.Th>{text('columns.status')}</Table.Th>
                <Table.Th>{text('columns.started')}</Table.Th>
                <Table.Th visibleFrom="sm" ta="right">
                  {text('columns.duration')}
                </Table.Th>
                <Table.Th visibleFrom="sm" ta="right">
                  {text('columns.steps')}
                </Table.Th>
                <Table.Th>
                  <VisuallyHidden>{text('columns.actions')}</VisuallyHidden>
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
      <LoadMore list={list} label={text('loadOlder')} />
    </>
  );
}

function NoRuns(props: { filtered: boolean; onShowAll: () => void }) {
  return props.filtered ? (
    <EmptyState
      icon={SearchX}
      title={text('none.noMatch')}
      actions={
        <Button variant="default" onClick={props.onShowAll}>
          {text('none.showAll')}
        </Button>
      }
    >
      {text('none.noMatchText')}
    </EmptyState>
  ) : (
    <EmptyState icon={Inbox} title={text('none.title')}>
      {text('none.text')}
    </EmptyState>
  );
}

function Rows() {
  return (
    <Stack gap="lg" p="lg" role="status" aria-label={text('loading')}>
      {[52, 40, 46, 34].map((width) => (
        <Skeleton key={width} height={16} width={`${width}%`} />
      ))}
    </Stack>
  );
}
