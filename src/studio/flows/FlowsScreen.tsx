import { Skeleton, Stack, Table, VisuallyHidden } from '@mantine/core';
import { useFlows } from '../api/flows.ts';
import { flowsText as text } from '../text/english/flows.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import { LoadMore } from '../ui/LoadMore.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { FlowFilters } from './FlowFilters.tsx';
import { FlowRow } from './FlowRow.tsx';
import { NewFlowMenu } from './NewFlowMenu.tsx';
import { NoFlows } from './NoFlows.tsx';
import { useFlowListState } from './use-flow-list-state.ts';

/** The author's flows of every kind. */
export default function FlowsScreen() {
  const state = useFlowListState();
  const list = useFlows(state.query);
  const flows = list.data?.pages.flat() ?? [];
  const isUnfiltered = state.group === 'all' && state.query.pattern === '';
  return (
    <>
      <PageHeader title={text('title')} description={text('text')} actions={<NewFlowMenu />} />
      {!(list.isSuccess && flows.length === 0 && isUnfiltered) && <FlowFilters state={state} />}
      <Panel mt={isUnfiltered && flows.length === 0 ? 'lg' : 0} aria-busy={list.isFetching}>
        {list.isPending ? (
          <Rows />
        ) : list.isError && flows.length === 0 ? (
          <ErrorState title={text('notLoaded')} error={list.error} retry={list.refetch} />
        ) : flows.length === 0 ? (
          <NoFlows group={state.group} searching={state.query.pattern !== ''} onShowAll={state.reset} />
        ) : (
          <ListTable
            columns={
              <>
                <Table.Th>{text('columns.name')}</Table.Th>
                <Table.Th visibleFrom="md">{text('columns.components')}</Table.Th>
                <Table.Th>{text('columns.status')}</Table.Th>
                <Table.Th visibleFrom="md">{text('columns.modified')}</Table.Th>
                <Table.Th w={56}>
                  <VisuallyHidden>{text('columns.actions')}</VisuallyHidden>
                </Table.Th>
              </>
            }
          >
            {flows.map((flow) => (
              <FlowRow key={flow.flowId} flow={flow} />
            ))}
          </ListTable>
        )}
      </Panel>
      <LoadMore list={list} label={text('loadMore')} />
    </>
  );
}

function Rows() {
  return (
    <Stack gap="lg" p="lg" role="status" aria-label={text('loading')}>
      {[48, 36, 42, 30].map((width) => (
        <Skeleton key={width} height={16} width={`${width}%`} />
      ))}
    </Stack>
  );
}
