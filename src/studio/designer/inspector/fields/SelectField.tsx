import { MultiSelect, Select } from '@mantine/core';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import type { FieldProps } from './field-props.ts';
import { choicesOf, keyOf, nothingChosen, withStored } from './options.ts';
import { useDescribedBy } from './use-described-by.ts';

/** Stands for the row that empties the field; no value has this key. */
const clearKey = '';

/** From so many options on, typing filters them. */
const searchableFrom = 8;

/** One of the options; its value may be of any type. */
export function SelectField(props: FieldProps) {
  const { id, describedBy, input, value, required, invalid, onChange } = props;
  useDescribedBy(id, describedBy);
  const { choices: known, clear } = choicesOf(input.options);
  const choices = withStored(known, value);
  const optional = clear === undefined && !required && input.defaultValue === undefined;
  return (
    <Select
      id={id}
      size="sm"
      data={[
        ...(clear === undefined ? [] : [{ value: clearKey, label: clear }]),
        ...choices.map(({ key, label }) => ({ value: key, label })),
      ]}
      value={value === undefined || value === null || value === '' ? null : keyOf(value)}
      placeholder={input.placeholder ?? text('field.choose')}
      error={invalid}
      readOnly={input.readonly === true}
      aria-required={required}
      searchable={choices.length >= searchableFrom}
      clearable={optional}
      // By keyboard an option is taken back by choosing it again.
      allowDeselect={optional}
      clearButtonProps={{ 'aria-label': text('field.clear') }}
      nothingFoundMessage={text('field.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
      onChange={(key) => {
        const choice = choices.find((one) => one.key === key);
        onChange(choice ? choice.value : nothingChosen(input));
      }}
    />
  );
}

/** Several of the options; the value is a list. */
export function MultiselectField(props: FieldProps) {
  const { id, describedBy, input, value, required, invalid, onChange } = props;
  useDescribedBy(id, describedBy);
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  const { choices: known, clear } = choicesOf(input.options);
  const choices = chosen.reduce<ReturnType<typeof withStored>>(withStored, known);
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
      searchable={choices.length >= searchableFrom}
      clearable
      clearButtonProps={{ 'aria-label': clear ?? text('field.clear') }}
      nothingFoundMessage={text('field.nothingFound')}
      comboboxProps={{ shadow: 'md' }}
      onChange={(keys) =>
        onChange(keys.map((key) => choices.find((choice) => choice.key === key)?.value ?? null))
      }
    />
  );
}
