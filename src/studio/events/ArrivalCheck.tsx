import { Alert, SegmentedControl, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { checkings } from '../../contract/checking.ts';
import type { EventContract } from '../../contract/event-contracts.ts';
import { useChangeContract } from '../api/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { sayTold } from '../text/say.ts';
import { notifyFailure } from '../ui/notify.tsx';
import { Panel } from '../ui/Panel.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import classes from './EventScreen.module.css';

/** What happens to events that break a locked contract, and how the last one did. */
export function ArrivalCheck({ contract }: { contract: EventContract }) {
  const { event, locked, checking, notChecked, lastViolation, violations } = contract;
  const change = useChangeContract(event);
  const shown = change.isPending ? change.variables.checking : checking;
  return (
    <Panel p="md">
      <div className={classes.check}>
        <SegmentedControl
          aria-label={text('check.title')}
          value={shown}
          disabled={!locked}
          data={checkings.map((value) => ({ value, label: text(`checking.${value}`) }))}
          onChange={(value) =>
            change.mutate(
              { locked: true, checking: value },
              { onError: (error) => notifyFailure(text('contract.notChanged'), error) },
            )
          }
        />
        <Text size="sm" c="dimmed">
          {/* What happens to events now: a choice that is not stored yet changes nothing. */}
          {text(locked ? `check.${checking}` : 'check.needsLock')}
        </Text>
      </div>
      {locked && notChecked.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {text.nodes('check.notChecked', {
            keywords: (
              <span key="keywords" translate="no">
                {notChecked.join(', ')}
              </span>
            ),
          })}
        </Text>
      )}
      {violations > 0 && (
        <Alert
          color="red"
          variant="light"
          mt="md"
          icon={<CircleAlert />}
          title={text('check.violations', { count: violations })}
        >
          {lastViolation && (
            <>
              {text.nodes('check.last', { time: <RelativeTime key="time" iso={lastViolation.at} /> })}
              <ul className={classes.list}>
                {lastViolation.violations.map((violation) => (
                  <li key={violation.path}>
                    {text.nodes('check.violation', {
                      path: <PathOf key="path" path={violation.path} />,
                      problem: <span key="problem">{sayTold(violation)}</span>,
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Alert>
      )}
    </Panel>
  );
}

function PathOf({ path }: { path: string }) {
  if (path === '') return <strong>{text('check.whole')}</strong>;
  return (
    <code className={classes.path} translate="no">
      {path.replace(/^\./, '')}
    </code>
  );
}
