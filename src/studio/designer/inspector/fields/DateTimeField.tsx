import { Text, TextInput } from '@mantine/core';
import { currentLanguage } from '../../../text/language.ts';
import { inspectorFieldsText as text } from '../../../text/english/inspector-fields.ts';
import { configuredDate } from './date-format.ts';
import { fromControl, hasTime, toControl } from './date-value.ts';
import type { FieldProps } from './field-props.ts';
import { useDescribedBy } from './use-described-by.ts';

/** A moment (or a day) as ISO text, chosen with the browser's own control in local time. */
export function DateTimeField(props: FieldProps) {
  const { id, describedBy, input, value, required, invalid, onChange } = props;
  useDescribedBy(id, describedBy);
  const withTime = hasTime(input.config);
  const shown = configuredDate(value, input.config, currentLanguage(), withTime);
  return (
    <>
      <TextInput
        id={id}
        size="sm"
        type={withTime ? 'datetime-local' : 'date'}
        value={toControl(value, withTime)}
        error={invalid}
        readOnly={input.readonly === true}
        aria-required={required}
        onChange={(event) => onChange(fromControl(event.currentTarget.value, withTime))}
      />
      {shown && (
        <Text size="xs" c="dimmed">
          {text('shownAs', { date: shown })}
        </Text>
      )}
    </>
  );
}
