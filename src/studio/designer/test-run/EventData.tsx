import { Select, Text } from '@mantine/core';
import { useId } from 'react';
import type { StoredEvent } from '../../../contract/events.ts';
import { usePastEvents } from '../../api/events.ts';
import { absoluteTime } from '../../ui/time.ts';
import { JsonInput } from '../json/JsonInput.tsx';
import { type TestData, textOfData } from './test-data.ts';
import classes from './TestPanel.module.css';

const example = 'example';

/** What the trigger gets: its example or a past event, to be changed at will. */
export function EventData(props: {
  source: TestData;
  text: string;
  valid: boolean;
  onChange: (text: string) => void;
}) {
  const { source, text, valid, onChange } = props;
  const id = useId();
  const past = usePastEvents(source.event);
  const events = past.data ?? [];
  const choose = (chosen: string | null) => {
    const event = events.find(({ eventId }) => eventId === chosen);
    onChange(event ? textOfData(event.data) : source.example);
  };
  return (
    <section className={classes['data']} aria-label="Event data">
      <div className={classes['dataHead']}>
        <span id={id}>Event data</span>
        {source.event !== undefined && (
          <Select
            size="xs"
            w={220}
            aria-label="Take the data from"
            placeholder="Take it from …"
            value={null}
            data={[{ value: example, label: 'Event Data Example' }, ...events.map(optionOf)]}
            onChange={choose}
            // An event may have been sent a moment ago.
            onDropdownOpen={() => void past.refetch()}
            nothingFoundMessage="No event of this name was sent yet"
          />
        )}
      </div>
      <JsonInput
        labelId={id}
        describedBy={valid ? undefined : `${id}-error`}
        value={text}
        invalid={!valid}
        required
        onChange={onChange}
      />
      {!valid && (
        <Text id={`${id}-error`} size="xs" c="var(--studio-fail)" mt={4}>
          This is not valid JSON.
        </Text>
      )}
    </section>
  );
}

function optionOf({ eventId, createdAt }: StoredEvent) {
  return { value: eventId, label: `Sent ${absoluteTime(createdAt)}` };
}
