import { DateTimeField } from './DateTimeField.tsx';
import { ExpressionField } from './ExpressionField.tsx';
import type { FieldRenderer } from './field-props.ts';
import { FileField } from './file/FileField.tsx';
import { KeyValueField } from './KeyValueField.tsx';
import { ListField } from './ListField.tsx';
import { NumberField } from './NumberField.tsx';
import { GooglePickerField, OneDrivePickerField } from './PickerIdField.tsx';
import { MultiselectField, SelectField } from './SelectField.tsx';
import { TextareaField, TextField } from './TextField.tsx';
import { ButtonGroupField, ColorPaletteField } from './tiles/TilesField.tsx';
import { ToggleField } from './ToggleField.tsx';

const text: FieldRenderer = { Field: TextField, takesVariables: true };
const textarea: FieldRenderer = { Field: TextareaField, takesVariables: true };

/** One small renderer a type of input. */
const renderers: Record<string, FieldRenderer> = {
  text,
  textarea,
  /** A misspelling that manifests in use have. */
  textare: textarea,
  number: { Field: NumberField },
  toggle: { Field: ToggleField, ownLabel: true },
  select: { Field: SelectField },
  'select-box': { Field: SelectField },
  'select-button-group': { Field: ButtonGroupField },
  'color-palette': { Field: ColorPaletteField },
  multiselect: { Field: MultiselectField },
  'date-time': { Field: DateTimeField },
  expression: { Field: ExpressionField, takesVariables: true },
  list: { Field: ListField },
  filepicker: { Field: FileField },
  googlepicker: { Field: GooglePickerField, takesVariables: true },
  onedrivepicker: { Field: OneDrivePickerField, takesVariables: true },
  'key-value': { Field: KeyValueField, takesVariables: true },
};

/** A type nobody knows (misspelt, or of another product's own) is edited as text. */
export function rendererOf(type: string | undefined): FieldRenderer {
  return type !== undefined && Object.hasOwn(renderers, type) ? renderers[type]! : text;
}
