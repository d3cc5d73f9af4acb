import { Textarea, TextInput } from '@mantine/core';
import { expectationOf } from '../../../../flow/fit.ts';
import { inspectorText } from '../../../text/english/inspector.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { JsonInput } from '../../json/JsonInput.tsx';
import { VariableInput } from '../../variables/VariableInput.tsx';
import { useVariables } from '../../variables/variable-context.ts';
import type { FieldProps } from './field-props.ts';
import { textOf } from './text-value.ts';
import { useDescribedBy } from './use-described-by.ts';

/** One line of text. */
export function TextField(props: FieldProps) {
  return <Text {...props} multiline={false} />;
}

/** Lines of text; with `encoding: 'json'` they are a JSON template. */
export function TextareaField(props: FieldProps) {
  return <Text {...props} multiline />;
}

function Text({ multiline, ...props }: FieldProps & { multiline: boolean }) {
  const { id, labelId, label, describedBy, input, value, required, invalid, references, onChange } = props;
  const source = useVariables();
  useDescribedBy(id, describedBy);
  const text = textOf(value);
  const json = input['encoding'] === 'json';
  const placeholder = input.placeholder ?? '';

  if (input.readonly) {
    const Control = multiline ? Textarea : TextInput;
    return (
      <Control
        id={id}
        size="sm"
        {...(multiline ? { autosize: true, maxRows: 14 } : {})}
        value={text}
        readOnly
        rightSection={
          text && <CopyButton value={text} label={inspectorText('field.copy', { field: label })} />
        }
        onFocus={(event) => event.currentTarget.select()}
      />
    );
  }
  if (source && input.variables !== false) {
    return (
      <VariableInput
        labelId={labelId}
        label={label}
        describedBy={describedBy}
        value={text}
        references={references}
        source={source}
        multiline={multiline}
        json={json}
        expects={expectationOf(input)}
        placeholder={placeholder}
        invalid={invalid}
        required={required}
        onChange={onChange}
      />
    );
  }
  if (json) {
    return (
      <JsonInput
        labelId={labelId}
        describedBy={describedBy}
        value={text}
        invalid={invalid}
        required={required}
        onChange={onChange}
      />
    );
  }
  const common = {
    id,
    value: text,
    placeholder,
    error: invalid,
    'aria-required': required,
    size: 'sm',
  } as const;
  return multiline ? (
    <Textarea
      {...common}
      autosize
      minRows={3}
      maxRows={14}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...common} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
