import { TextInput } from '@mantine/core';
import { fromControl, hasTime, toControl } from './date-value.ts';
import type { FieldProps } from './field-props.ts';

/** A moment (or a day) as ISO text, chosen with the browser's own control in local time. */
export function DateTimeField(props: FieldProps) {
  const { id, describedBy, input, value, required, invalid, onChange } = props;
  const withTime = hasTime(input.config);
  return (
    <TextInput
      id={id}
      size="sm"
      type={withTime ? 'datetime-local' : 'date'}
      value={toControl(value, withTime)}
      error={invalid}
      readOnly={input.readonly === true}
      aria-required={required}
      aria-describedby={describedBy}
      onChange={(event) => onChange(fromControl(event.currentTarget.value, withTime))}
    />
  );
}
