import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import type { ArgumentType } from '../../../../../flow/modifiers/modifier.ts';
import { CodeField } from './CodeField.tsx';
import type { ArgumentFieldProps } from './argument-field-props.ts';
import { TimeZoneField } from './TimeZoneField.tsx';

const fields: Record<ArgumentType, ComponentType<ArgumentFieldProps>> = {
  string: TextField,
  any: TextField,
  regex: MonospaceField,
  number: NumberField,
  boolean: BooleanField,
  select: ChoiceField,
  json: JsonField,
  javascript: CodeField,
  timeZone: TimeZoneField,
};

/** The control for an argument, by its type. */
export function ArgumentField(props: ArgumentFieldProps) {
  const Field = fields[props.argument.type];
  return <Field {...props} />;
}

function TextField(props: ArgumentFieldProps) {
  return <TextInput {...common(props)} value={textOf(props.value)} onChange={changed(props)} />;
}

function MonospaceField(props: ArgumentFieldProps) {
  return (
    <TextInput
      {...common(props)}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={textOf(props.value)}
      onChange={changed(props)}
    />
  );
}

function JsonField(props: ArgumentFieldProps) {
  return (
    <Textarea
      {...common(props)}
      autosize
      minRows={1}
      maxRows={8}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={textOf(props.value)}
      onChange={changed(props)}
    />
  );
}

function NumberField({ value, onChange, ...props }: ArgumentFieldProps) {
  return (
    <NumberInput
      {...common(props)}
      value={typeof value === 'number' || typeof value === 'string' ? value : ''}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  );
}

function BooleanField({ argument, value, onChange }: ArgumentFieldProps) {
  return (
    <Checkbox
      size="xs"
      label={argument.label}
      checked={value === true || value === 'true'}
      onChange={(event) => onChange(event.currentTarget.checked || undefined)}
    />
  );
}

function ChoiceField({ argument, value, onChange }: ArgumentFieldProps) {
  const options = argument.options ?? [];
  const known = options.some((option) => option.value === value);
  return (
    <NativeSelect
      size="xs"
      label={argument.label}
      // A value of another tool is shown as it is.
      data={
        known || value === undefined ? options : [{ value: textOf(value), label: textOf(value) }, ...options]
      }
      value={value === undefined ? options[0]?.value : textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function common({ argument }: Pick<ArgumentFieldProps, 'argument'>) {
  return {
    size: 'xs',
    label: argument.label,
    placeholder: argument.placeholder ?? '',
    withAsterisk: argument.required === true,
  } as const;
}

/** Emptied, an argument is absent, unless an empty one may be meant: of a required one nothing is told by that. */
function changed({ argument, onChange }: ArgumentFieldProps) {
  return (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    onChange(value === '' && argument.isHash ? undefined : value);
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}
