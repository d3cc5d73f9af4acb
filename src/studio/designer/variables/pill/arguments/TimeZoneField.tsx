import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { pillText as text } from '../../../../text/english/pill.ts';
import type { ArgumentFieldProps } from './argument-field-props.ts';

/** The names that this browser knows; the engine may know others, so any text can be written. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export function TimeZoneField({ argument, value, onChange }: ArgumentFieldProps) {
  const listId = useId();
  return (
    <>
      <TextInput
        size="xs"
        label={argument.label}
        placeholder={argument.placeholder ?? 'UTC'}
        title={text('chooseZone')}
        list={listId}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
