import { Select, Text } from '@mantine/core';
import { useId } from 'react';
import type { StoredEvent } from '../../../contract/events.ts';
import { usePastEvents } from '../../api/events.ts';
import { testRunText as text } from '../../text/english/test-run.ts';
import { absoluteTime } from '../../ui/time.ts';
import { JsonInput } from '../json/JsonInput.tsx';
import { type TestData, textOfData } from './test-data.ts';
import classes from './TestPanel.module.css';

const example = 'example';

/** What the trigger gets: its example or a past event, to be changed at will. */
export function EventData(props: {
  source: TestData;
  value: string;
  valid: boolean;
  onChange: (value: string) => void;
}) {
  const { source, value, valid, onChange } = props;
  const id = useId();
  const past = usePastEvents(source.event);
  const events = past.data ?? [];
  const choose = (chosen: string | null) => {
    const event = events.find(({ eventId }) => eventId === chosen);
    onChange(event ? textOfData(event.data) : source.example);
  };
  return (
    <section className={classes['data']} aria-label={text('data.label')}>
      <div className={classes['dataHead']}>
        <span id={id}>{text('data.label')}</span>
        {source.event !== undefined && (
          <Select
            size="xs"
            w={220}
            aria-label={text('data.from')}
            placeholder={text('data.choose')}
            value={null}
            data={[{ value: example, label: text('data.example') }, ...events.map(optionOf)]}
            onChange={choose}
            // An event may have been sent a moment ago.
            onDropdownOpen={() => void past.refetch()}
            nothingFoundMessage={text('data.none')}
          />
        )}
      </div>
      <JsonInput
        labelId={id}
        describedBy={valid ? undefined : `${id}-error`}
        value={value}
        invalid={!valid}
        required
        onChange={onChange}
      />
      {!valid && (
        <Text id={`${id}-error`} size="xs" c="var(--studio-fail)" mt={4}>
          {text('data.invalid')}
        </Text>
      )}
    </section>
  );
}

function optionOf({ eventId, createdAt }: StoredEvent) {
  return { value: eventId, label: text('data.sent', { time: absoluteTime(createdAt) }) };
}
