import { Button, Skeleton, Stack, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Plus, Zap } from 'lucide-react';
import { useEventContracts } from '../api/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { EventRow } from './EventRow.tsx';
import { NewContract } from './NewContract.tsx';

/** The app events whose data is known, by name, and how it stands with each contract. */
export default function EventsScreen() {
  const list = useEventContracts();
  const [naming, name] = useDisclosure();
  const contracts = list.data ?? [];
  const create = (
    <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={name.open}>
      {text('new.open')}
    </Button>
  );
  return (
    <>
      <PageHeader title={text('title')} description={text('text')} actions={contracts.length > 0 && create} />
      <Panel mt="lg">
        {list.isPending ? (
          <Rows />
        ) : list.isError && contracts.length === 0 ? (
          <ErrorState title={text('notLoaded')} error={list.error} retry={list.refetch} />
        ) : contracts.length === 0 ? (
          <EmptyState icon={Zap} title={text('none.title')} actions={create}>
            {text('none.text')}
          </EmptyState>
        ) : (
          <ListTable
            columns={
              <>
                <Table.Th>{text('columns.event')}</Table.Th>
                <Table.Th>{text('columns.state')}</Table.Th>
                <Table.Th>{text('columns.last')}</Table.Th>
                <Table.Th visibleFrom="sm" ta="right">
                  {text('columns.events')}
                </Table.Th>
                <Table.Th visibleFrom="sm">{text('columns.checking')}</Table.Th>
                <Table.Th visibleFrom="sm" ta="right">
                  {text('columns.violations')}
                </Table.Th>
              </>
            }
          >
            {contracts.map((contract) => (
              <EventRow key={contract.event} contract={contract} />
            ))}
          </ListTable>
        )}
      </Panel>
      <NewContract opened={naming} onClose={name.close} />
    </>
  );
}

function Rows() {
  return (
    <Stack gap="lg" p="lg" role="status" aria-label={text('loading')}>
      {[38, 52, 44].map((width) => (
        <Skeleton key={width} height={16} width={`${width}%`} />
      ))}
    </Stack>
  );
}
