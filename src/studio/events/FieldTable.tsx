import { Button, Table, Text, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { EventContract, EventUse } from '../../contract/event-contracts.ts';
import { readAgreement } from '../../flow/event-contract/agreement.ts';
import { contractFields } from '../../flow/event-contract/contract-fields.ts';
import type { Shape } from '../../flow/event-contract/shape.ts';
import { eventsText as text } from '../text/english/events.ts';
import { Panel } from '../ui/Panel.tsx';
import classes from './EventScreen.module.css';
import { FieldRow } from './FieldRow.tsx';

/** Rows shown at first, and more each time one asks. */
const rowsAtOnce = 200;

/** Every field of an event's data: what was seen of it, what the locked contract says, and how many mappings take it. */
export function FieldTable({ contract, uses }: { contract: EventContract; uses: EventUse[] | undefined }) {
  const { shape, schema, locked } = contract;
  const fields = useMemo(
    () => contractFields(shape as Shape, locked ? readAgreement(schema).agreement : undefined),
    [shape, schema, locked],
  );
  const [shown, setShown] = useState(rowsAtOnce);
  if (fields.length === 0 || (fields.length === 1 && fields[0]?.types.length === 0 && !locked)) {
    return (
      <Panel p="md">
        <Text c="dimmed">{text('fields.none')}</Text>
      </Panel>
    );
  }
  const more = fields.length - shown;
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
            {fields.slice(0, shown).map((field) => (
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
