import { Table } from '@mantine/core';
import type { EventUse } from '../../contract/event-contracts.ts';
import { anyKeyStep, type ContractField } from '../../flow/event-contract/contract-fields.ts';
import { hangsOn } from '../../flow/event-contract/uses.ts';
import { eventsText as text } from '../text/english/events.ts';
import { percent } from './percent.ts';
import classes from './EventScreen.module.css';

/** Values of an enumeration that are shown. */
const mostValues = 6;

type Row = { field: ContractField; locked: boolean; uses: EventUse[] | undefined };

/** One field of an event's data, indented below what holds it. */
export function FieldRow({ field, locked, uses }: Row) {
  const used = uses?.filter(({ steps }) => hangsOn(steps, field.steps) === 'field').length;
  const depth = field.steps.filter((step) => step !== 0).length - 1;
  return (
    <Table.Tr>
      <Table.Td style={{ '--depth': Math.max(0, depth) }} className={classes.name}>
        <NameOf field={field} />
      </Table.Td>
      <Table.Td>
        <Types field={field} />
      </Table.Td>
      <Table.Td ta="right" className={classes.number}>
        {field.share === undefined ? '–' : percent(field.share)}
      </Table.Td>
      <Table.Td className={classes.values}>
        <Values field={field} />
      </Table.Td>
      {locked && (
        <Table.Td>
          <Agreed field={field} />
        </Table.Td>
      )}
      <Table.Td className={classes.quiet}>
        {used === undefined
          ? '–'
          : used === 0
            ? text('fields.notUsed')
            : text('fields.usesCount', { count: used })}
      </Table.Td>
    </Table.Tr>
  );
}

function NameOf({ field: { steps } }: { field: ContractField }) {
  const last = steps.findLast((step) => step !== 0);
  if (last === undefined) return <em>{text('fields.whole')}</em>;
  if (last === anyKeyStep) return <em>{text('fields.anyKey')}</em>;
  const inItems = steps.at(-2) === 0;
  return (
    <>
      <code className={classes.path} translate="no">
        {last === '' ? '""' : last}
      </code>
      {inItems && <span className={classes.quiet}> {text('fields.items')}</span>}
    </>
  );
}

function Types({ field: { types } }: { field: ContractField }) {
  if (types.length === 0) return <span className={classes.quiet}>{text('fields.never')}</span>;
  const words = types.map(({ type, share }) =>
    types.length === 1
      ? text(`type.${type}`)
      : text('fields.typeShare', { type: text(`type.${type}`), share: percent(share) }),
  );
  return words.join(', ');
}

function Values({ field: { nullable, values, format, example, varied } }: { field: ContractField }) {
  const shown = values?.slice(0, mostValues).map((value) => JSON.stringify(value));
  if (shown && values && values.length > mostValues) shown.push('…');
  return (
    <>
      {shown
        ? text.nodes('fields.oneOf', {
            values: (
              <code key="values" className={classes.path} translate="no">
                {shown.join(', ')}
              </code>
            ),
          })
        : example !== undefined && (
            <code className={classes.path} translate="no">
              {JSON.stringify(example)}
            </code>
          )}
      {varied && <div className={classes.quiet}>{text('fields.varied')}</div>}
      {(format !== undefined || nullable) && (
        <div className={classes.quiet}>
          {format !== undefined && <span translate="no">{format}</span>}
          {format !== undefined && nullable && ', '}
          {nullable && text('fields.nullable')}
        </div>
      )}
    </>
  );
}

function Agreed({ field: { agreed } }: { field: ContractField }) {
  if (agreed === undefined || agreed === 'unknown') {
    return <span className={classes.quiet}>{text('fields.unknown')}</span>;
  }
  return (
    <>
      {agreed.types ? agreed.types.map(typeName).join(', ') : text('fields.any')}
      <div className={classes.quiet}>{text(agreed.required ? 'fields.required' : 'fields.optional')}</div>
    </>
  );
}

const names = ['string', 'number', 'boolean', 'object', 'array', 'null', 'integer'] as const;

function typeName(type: string): string {
  const known = names.find((name) => name === type);
  return known ? text(`type.${known}`) : type;
}
