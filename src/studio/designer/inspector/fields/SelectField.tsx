import { MultiSelect, Select } from '@mantine/core';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import type { FieldProps } from './field-props.ts';
import { choicesOf, keyOf, withStored } from './options.ts';

/** From so many options on, typing filters them. */
const searchableFrom = 8;

/** One of the options; its value may be of any type. */
export function SelectField(props: FieldProps) {
  const { id, describedBy, input, value, required, invalid, onChange } = props;
  const { choices: known, clear } = choicesOf(input.options);
  const choices = withStored(known, value);
  return (
    <Select
      id={id}
      size="sm"
      data={choices.map(({ key, label }) => ({ value: key, label }))}
      value={value === undefined || value === null || value === '' ? null : keyOf(value)}
      placeholder={input.placeholder ?? text('field.choose')}
      error={invalid}
      readOnly={input.readonly === true}
      aria-required={required}
      aria-describedby={describedBy}
      searchable={choices.length >= searchableFrom}
      clearable={clear !== undefined || (!required && input.defaultValue === undefined)}
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': clear ?? text('field.clear') }}
      nothingFoundMessage={text('field.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
      onChange={(key) => onChange(choices.find((choice) => choice.key === key)?.value)}
    />
  );
}

/** Several of the options; the value is a list. */
export function MultiselectField(props: FieldProps) {
  const { id, describedBy, input, value, required, invalid, onChange } = props;
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  const choices = chosen.reduce<ReturnType<typeof withStored>>(withStored, choicesOf(input.options).choices);
  return (
    <MultiSelect
      id={id}
      size="sm"
      data={choices.map(({ key, label }) => ({ value: key, label }))}
      value={chosen.map(keyOf)}
      placeholder={chosen.length === 0 ? (input.placeholder ?? text('field.choose')) : ''}
      error={invalid}
      readOnly={input.readonly === true}
      aria-required={required}
      aria-describedby={describedBy}
      searchable={choices.length >= searchableFrom}
      clearable
      nothingFoundMessage={text('field.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
      onChange={(keys) =>
        onChange(keys.map((key) => choices.find((choice) => choice.key === key)?.value ?? null))
      }
    />
  );
}

/** Options side by side; with `multi` several of them. */
export function ButtonGroupField(props: FieldProps) {
  return props.input['multi'] === true ? <MultiselectField {...props} /> : <SelectField {...props} />;
}
