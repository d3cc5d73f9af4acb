import { Anchor, Button, Loader } from '@mantine/core';
import { BookOpenText, History, Radio, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { eventExampleText as text } from '../../../text/english/event-example.ts';
import { absoluteTime } from '../../../ui/time.ts';
import { textOfData } from '../../test-run/test-data.ts';
import { EventHistory } from './EventHistory.tsx';
import { EventNames } from './EventNames.tsx';
import classes from './Panel.module.css';
import { useApplyExample } from './use-apply-example.ts';
import { type RealEvent, useRealEvent } from './use-real-event.ts';

/** Makes the example out of what the product really sends: the last event, the next one, some of the past, or all known. */
export function RealEvents({ componentId, event }: { componentId: string; event: string }) {
  const apply = useApplyExample(componentId);
  const { state, takeLast, takeContract, listen, cancel } = useRealEvent(event, (data) =>
    apply(textOfData(data)),
  );
  const [picking, setPicking] = useState(false);
  const listenButton = useRef<HTMLButtonElement>(null);
  const listening = state.phase === 'listening';
  const nameless = event === '';
  const way = { variant: 'default', size: 'compact-sm', disabled: nameless } as const;
  const end = () => {
    cancel();
    // The button comes back with the next rendering.
    requestAnimationFrame(() => listenButton.current?.focus());
  };
  return (
    <section
      className={classes['section']}
      aria-label={text('title')}
      onKeyDown={(key) => {
        if (key.key !== 'Escape' || !listening) return;
        key.stopPropagation();
        end();
      }}
    >
      <div className={classes['head']}>
        <h2 className={classes['title']}>{text('title')}</h2>
        {!nameless && (
          <Anchor component={Link} href={`/events/${encodeURIComponent(event)}`} size="xs">
            {text('contract')}
          </Anchor>
        )}
      </div>
      {listening ? (
        <Waiting event={event} onCancel={end} />
      ) : (
        <div className={classes['ways']}>
          <Button
            {...way}
            leftSection={<Undo2 size={14} aria-hidden />}
            loading={state.phase === 'asking' && state.way === 'last'}
            onClick={takeLast}
          >
            {text('last')}
          </Button>
          <Button
            {...way}
            leftSection={<History size={14} aria-hidden />}
            aria-expanded={picking}
            onClick={() => setPicking(!picking)}
          >
            {text('history.open')}
          </Button>
          <Button
            {...way}
            leftSection={<BookOpenText size={14} aria-hidden />}
            loading={state.phase === 'asking' && state.way === 'contract'}
            onClick={takeContract}
          >
            {text('every')}
          </Button>
          <Button ref={listenButton} {...way} leftSection={<Radio size={14} aria-hidden />} onClick={listen}>
            {text('next')}
          </Button>
        </div>
      )}
      <p className={classes['note']} role="status" data-bad={state.phase === 'failed' || undefined}>
        {nameless ? text('nameless') : wordsOf(state, event)}
      </p>
      {picking && !nameless && !listening && (
        <EventHistory
          key={event}
          event={event}
          onUse={async (json) => {
            if (await apply(json)) setPicking(false);
          }}
        />
      )}
      <EventNames componentId={componentId} event={event} />
    </section>
  );
}

function Waiting({ event, onCancel }: { event: string; onCancel: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // So that Escape ends it, and the focus does not get lost with the button that was pressed.
  useEffect(() => button.current?.focus(), []);
  return (
    <div className={classes['waiting']}>
      <Loader size={14} type="dots" aria-hidden />
      <p>{text('waiting', { event })}</p>
      <Button ref={button} variant="default" size="compact-sm" onClick={onCancel}>
        {text('cancel')}
      </Button>
    </div>
  );
}

function wordsOf(state: RealEvent, event: string): string {
  switch (state.phase) {
    case 'listening':
      return text('hint');
    case 'none':
      return text(state.way === 'contract' ? 'nothingKnown' : 'none', { event });
    case 'silence':
      return text('silence', { event });
    case 'failed':
      return text('failed', { reason: state.reason });
    case 'taken':
      if (state.way === 'contract') return text('everyTaken');
      return text(state.way === 'next' ? 'arrived' : 'taken', { time: absoluteTime(state.at) });
    default:
      return '';
  }
}
