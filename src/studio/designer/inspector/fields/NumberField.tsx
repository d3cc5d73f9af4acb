import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { FieldProps } from './field-props.ts';
import { useDescribedBy } from './use-described-by.ts';

/** A number; an emptied field has none. */
export function NumberField(props: FieldProps) {
  const { id, describedBy, input, value, required, invalid, onChange } = props;
  useDescribedBy(id, describedBy);
  // What is typed is not always a number yet ("-", nothing), and without one the default would jump in.
  const [draft, setDraft] = useState<{ typed: string | number; over: unknown }>();
  const stored = typeof value === 'number' || typeof value === 'string' ? value : '';
  return (
    <NumberInput
      id={id}
      size="sm"
      value={draft && Object.is(draft.over, value) ? draft.typed : stored}
      placeholder={input.placeholder ?? ''}
      error={invalid}
      readOnly={input.readonly === true}
      aria-required={required}
      // A value outside the limits is refused when the field is left, not while it is typed.
      clampBehavior="blur"
      {...(input.min === undefined ? {} : { min: input.min })}
      {...(input.max === undefined ? {} : { max: input.max })}
      {...(input.step === undefined ? {} : { step: input.step })}
      onBlur={() => setDraft(undefined)}
      onChange={(typed) => {
        const next = typed === '' ? undefined : Number(typed);
        if (Number.isNaN(next)) {
          setDraft({ typed, over: value });
          return;
        }
        setDraft({ typed, over: next ?? input.defaultValue });
        onChange(next);
      }}
    />
  );
}
