import { Table } from '@mantine/core';
import { Link } from 'wouter';
import type { EventContractSummary } from '../../contract/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { currentLanguage } from '../text/language.ts';
import classes from '../ui/ListTable.module.css';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { ContractState } from './ContractState.tsx';
import { pathOfEvent } from './event-path.ts';

/** One event in the list; a click anywhere opens its contract. */
export function EventRow({ contract }: { contract: EventContractSummary }) {
  const { event, events, lastEventAt, checking, violations } = contract;
  return (
    <Table.Tr className={classes.row}>
      <Table.Td>
        <Link href={pathOfEvent(event)} className={classes.link} translate="no">
          {event}
        </Link>
      </Table.Td>
      <Table.Td className={classes.below}>
        <ContractState contract={contract} />
      </Table.Td>
      <Table.Td className={`${classes.quiet} ${classes.side}`}>
        {lastEventAt ? (
          <span className={classes.above}>
            <RelativeTime iso={lastEventAt} />
          </span>
        ) : (
          '–'
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm" className={classes.quiet} ta="right">
        {events.toLocaleString(currentLanguage())}
      </Table.Td>
      <Table.Td visibleFrom="sm" className={classes.quiet}>
        {checking === 'off' ? '–' : text(`checking.${checking}`)}
      </Table.Td>
      <Table.Td visibleFrom="sm" className={classes.quiet} ta="right">
        {violations === 0 ? '–' : violations.toLocaleString(currentLanguage())}
      </Table.Td>
    </Table.Tr>
  );
}
