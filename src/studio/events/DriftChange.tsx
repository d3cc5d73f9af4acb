import { Text } from '@mantine/core';
import { eventsText as text } from '../text/english/events.ts';
import type { DriftField } from './drift-words.ts';
import classes from './EventScreen.module.css';
import { percent } from './percent.ts';

/** How a field of an event differs, e.g. "email is missing in 50% of the events; before in 0%." */
export function DriftChange({ field }: { field: DriftField }) {
  const { path, change, before, now } = field;
  const values = {
    path: (
      <code key="path" className={classes.path} translate="no">
        {path.replace(/^\./, '') || text('check.whole')}
      </code>
    ),
    before: <span key="before">{percent(before)}</span>,
    now: <strong key="now">{percent(now)}</strong>,
  };
  const against = field.agreed ? 'agreed' : field.taught ? 'taught' : 'earlier';
  return (
    <Text size="sm" component="div">
      {change.kind === 'missing'
        ? text.nodes(missing[against], values)
        : text.nodes(otherType[against], {
            ...values,
            type: <strong key="type">{text(`type.${change.type}`)}</strong>,
          })}
    </Text>
  );
}

const missing = {
  agreed: 'drift.agreedMissing',
  taught: 'drift.taughtMissing',
  earlier: 'drift.missing',
} as const;
const otherType = { agreed: 'drift.agreedType', taught: 'drift.taughtType', earlier: 'drift.type' } as const;
