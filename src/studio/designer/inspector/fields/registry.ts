import { DateTimeField } from './DateTimeField.tsx';
import { ExpressionField } from './ExpressionField.tsx';
import type { FieldRenderer } from './field-props.ts';
import { KeyValueField } from './KeyValueField.tsx';
import { NumberField } from './NumberField.tsx';
import { ButtonGroupField, MultiselectField, SelectField } from './SelectField.tsx';
import { TextareaField, TextField } from './TextField.tsx';
import { ToggleField } from './ToggleField.tsx';

const text: FieldRenderer = { Field: TextField, takesVariables: true };

/** One small renderer a type of input. */
const renderers: Record<string, FieldRenderer> = {
  text,
  textarea: { Field: TextareaField, takesVariables: true },
  number: { Field: NumberField },
  toggle: { Field: ToggleField, ownLabel: true },
  select: { Field: SelectField },
  'select-box': { Field: SelectField },
  'select-button-group': { Field: ButtonGroupField },
  multiselect: { Field: MultiselectField },
  'date-time': { Field: DateTimeField },
  expression: { Field: ExpressionField, takesVariables: true },
  'key-value': { Field: KeyValueField, takesVariables: true },
};

/** A type nobody knows (misspelt, or of another product's own) is edited as text. */
export function rendererOf(type: string | undefined): FieldRenderer {
  return type !== undefined && Object.hasOwn(renderers, type) ? renderers[type]! : text;
}
