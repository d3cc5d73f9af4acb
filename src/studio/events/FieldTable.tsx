import { Button, Table, Text, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { EventContract, EventUse } from '../../contract/event-contracts.ts';
import { messageOf } from '../api/call.ts';
import { useInBackground } from '../background/use-in-background.ts';
import { eventsText as text } from '../text/english/events.ts';
import { Panel } from '../ui/Panel.tsx';
import { SkeletonLines } from '../ui/SkeletonLines.tsx';
import { contractRows } from './contract-rows.ts';
import classes from './EventScreen.module.css';
import { isSmallContract } from './is-small-contract.ts';
import { FieldRow } from './FieldRow.tsx';

/** Rows shown at first, and more each time one asks. */
const rowsAtOnce = 200;

/** Every field of an event's data: what was seen of it, what the locked contract says, and how many mappings take it. */
export function FieldTable({ contract, uses }: { contract: EventContract; uses: EventUse[] | undefined }) {
  const { shape, schema, locked } = contract;
  const [shown, setShown] = useState(rowsAtOnce);
  const asked = useMemo(() => ({ shape, schema, locked, most: shown }), [shape, schema, locked, shown]);
  const isQuick = useMemo(() => isSmallContract(shape, schema), [shape, schema]);
  const { result: rows, failure } = useInBackground('contractRows', asked, { make: contractRows, isQuick });
  if (failure) {
    return (
      <Panel p="md">
        <Text c="var(--studio-fail)" role="alert">
          {messageOf(failure)}
        </Text>
      </Panel>
    );
  }
  if (!rows) return <Waiting />;
  const { fields, count } = rows;
  if (fields.length === 0 || (fields.length === 1 && fields[0]?.types.length === 0 && !locked)) {
    return (
      <Panel p="md">
        <Text c="dimmed">{text('fields.none')}</Text>
      </Panel>
    );
  }
  const more = count - fields.length;
  return (
    <Panel>
      <Table.ScrollContainer minWidth={720} type="native" tabIndex={0} aria-label={text('fields.title')}>
        <Table verticalSpacing={8} horizontalSpacing="md" className={classes.fields}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text('fields.path')}</Table.Th>
              <Table.Th>{text('fields.types')}</Table.Th>
              <Table.Th ta="right">
                <Tooltip label={text('fields.shareHint')}>
                  <span>{text('fields.share')}</span>
                </Tooltip>
              </Table.Th>
              <Table.Th>{text('fields.values')}</Table.Th>
              {locked && <Table.Th>{text('fields.agreed')}</Table.Th>}
              <Table.Th>{text('fields.uses')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <FieldRow key={JSON.stringify(field.steps)} field={field} locked={locked} uses={uses} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {more > 0 && (
        <Button variant="subtle" m="xs" onClick={() => setShown(shown + rowsAtOnce)}>
          {text('fields.showMore', { count: Math.min(more, rowsAtOnce) })}
        </Button>
      )}
    </Panel>
  );
}

function Waiting() {
  return (
    <Panel p="md">
      <SkeletonLines label={text('fields.loading')} />
    </Panel>
  );
}
