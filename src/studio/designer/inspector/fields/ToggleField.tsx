import { Switch } from '@mantine/core';
import type { FieldProps } from './field-props.ts';

/** True or false, with the label beside it. */
export function ToggleField({ id, label, describedBy, input, value, onChange }: FieldProps) {
  return (
    <Switch
      id={id}
      size="sm"
      label={label}
      checked={value === true || value === 'true'}
      disabled={input.readonly === true}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
