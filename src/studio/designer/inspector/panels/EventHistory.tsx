import { Button, Checkbox, Loader } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { StoredEvent } from '../../../../contract/events.ts';
import { messageOf } from '../../../api/call.ts';
import { usePastEvents } from '../../../api/events.ts';
import { eventExampleText as text } from '../../../text/english/event-example.ts';
import { notifyFailure } from '../../../ui/notify.tsx';
import { absoluteTime } from '../../../ui/time.ts';
import { inBackground } from '../../../background/in-background.ts';
import classes from './Panel.module.css';

/** Characters of an event's data that are shown. */
const previewLength = 120;

/** The latest events of a name, of which one or several become the example. */
export function EventHistory({ event, onUse }: { event: string; onUse: (json: string) => Promise<void> }) {
  const past = usePastEvents(event);
  const [merging, setMerging] = useState(false);
  const previews = useMemo(() => past.data?.map(previewOf) ?? [], [past.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (past.isPending) return <Loader size={14} aria-label={text('history.loading')} />;
  if (past.isError) {
    return (
      <p className={classes['note']} role="alert">
        {text('history.failed', { reason: messageOf(past.error) })}{' '}
        <Button variant="subtle" size="compact-xs" onClick={() => void past.refetch()}>
          {text('history.retry')}
        </Button>
      </p>
    );
  }
  if (past.data.length === 0) return <p className={classes['note']}>{text('none', { event })}</p>;
  const taken = past.data.filter(({ eventId }) => chosen.has(eventId));
  const toggle = (eventId: string) => {
    const next = new Set(chosen);
    if (!next.delete(eventId)) next.add(eventId);
    setChosen(next);
  };
  const use = async () => {
    setMerging(true);
    try {
      const examples = taken.map(({ data }) => data);
      await onUse(await inBackground('mergeExamples', examples));
    } catch (error) {
      notifyFailure(text('history.notMerged'), error);
    } finally {
      setMerging(false);
    }
  };
  return (
    <div role="group" aria-label={text('history.label')} className={classes['history']}>
      <ul className={classes['events']}>
        {past.data.map((stored, index) => (
          <li key={stored.eventId}>
            <Checkbox
              size="xs"
              checked={chosen.has(stored.eventId)}
              onChange={() => toggle(stored.eventId)}
              label={absoluteTime(stored.createdAt)}
              description={<code translate="no">{previews[index]}</code>}
            />
          </li>
        ))}
      </ul>
      <Button size="compact-sm" disabled={taken.length === 0} loading={merging} onClick={() => void use()}>
        {taken.length > 1 ? text('history.merge', { count: taken.length }) : text('history.use')}
      </Button>
      <p className={classes['note']}>{text('history.about')}</p>
    </div>
  );
}

function previewOf({ data }: StoredEvent): string {
  const whole = JSON.stringify(data);
  return whole.length > previewLength ? `${whole.slice(0, previewLength)}…` : whole;
}
