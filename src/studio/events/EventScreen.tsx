import { Anchor, Title } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import type { EventContract } from '../../contract/event-contracts.ts';
import { useEventContract, useEventUses } from '../api/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { currentLanguage } from '../text/language.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { ScreenLoading } from '../ui/ScreenLoading.tsx';
import { ContractActions } from './ContractActions.tsx';
import { ContractFiles } from './ContractFiles.tsx';
import { ContractState } from './ContractState.tsx';
import { DriftAlert } from './DriftAlert.tsx';
import classes from './EventScreen.module.css';
import { FieldTable } from './FieldTable.tsx';
import { ArrivalCheck } from './ArrivalCheck.tsx';

/** What is known of the data of one event, what was agreed on, and what has changed. */
export default function EventScreen({ event }: { event: string }) {
  const contract = useEventContract(event);
  if (contract.isPending) return <ScreenLoading />;
  if (contract.isError && !contract.data) {
    return (
      <>
        <PageHeader title={event} above={<Back />} />
        <ErrorState title={text('contract.notLoaded')} error={contract.error} retry={contract.refetch} />
      </>
    );
  }
  return <Contract contract={contract.data} />;
}

function Contract({ contract }: { contract: EventContract }) {
  const uses = useEventUses(contract.event);
  return (
    <>
      <PageHeader
        title={contract.event}
        above={<Back />}
        description={<Facts contract={contract} />}
        actions={<ContractActions contract={contract} />}
      />
      {contract.drift && (
        <DriftAlert event={contract.event} drift={contract.drift} uses={uses.data} failure={uses.error} />
      )}
      <Title order={2} mt="xl" mb="sm">
        {text('check.title')}
      </Title>
      <ArrivalCheck contract={contract} />
      <Title order={2} mt="xl" mb="sm">
        {text('fields.title')}
      </Title>
      <FieldTable contract={contract} uses={uses.data} />
      {(contract.events > 0 || contract.locked || contract.example !== null) && (
        <ContractFiles contract={contract} />
      )}
    </>
  );
}

function Facts({ contract }: { contract: EventContract }) {
  const { events, lastEventAt } = contract;
  return (
    <div className={classes.facts}>
      <span className={classes.state}>
        <ContractState contract={contract} />
      </span>
      <span>
        {events === 0
          ? text('contract.noEvents')
          : text('contract.events', { count: events, number: events.toLocaleString(currentLanguage()) })}
      </span>
      {lastEventAt && (
        <span>{text.nodes('contract.last', { time: <RelativeTime key="time" iso={lastEventAt} /> })}</span>
      )}
    </div>
  );
}

function Back() {
  return (
    <Anchor component={Link} href="/events" size="sm" mb={8} className={classes.back}>
      <ArrowLeft size={14} aria-hidden />
      {text('contract.back')}
    </Anchor>
  );
}
