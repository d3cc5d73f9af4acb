import type { ComponentType, ReactNode } from 'react';
import type { Reference } from '../../../../flow/descriptor.ts';
import type { InspectorInput } from '../../../../flow/manifest.ts';

/** A value to edit, whatever it looks like. */
export type FieldValue = {
  name: string;
  input: InspectorInput;
  /** The value in force: what the document says, else the default. */
  value: unknown;
  required: boolean;
  /** Options that are another row's, by their keys. */
  taken?: ReadonlySet<string> | undefined;
  /** References behind the placeholders of the top-level field. */
  references: Record<string, Reference>;
  /** `undefined` removes the field. `added` are references that the new value holds. */
  onChange: (value: unknown, added?: Record<string, Reference>) => void;
};

/** What every field renderer is given. It shows the value and tells of changes; all else is its row's. */
export type FieldProps = FieldValue & {
  /** DOM id for the control; its label's is `labelId`. */
  id: string;
  labelId: string;
  label: string;
  describedBy: string | undefined;
  invalid: boolean;
  /** Draws a field inside this one, with its label and all. `idPrefix` is unique to its row. */
  renderField: (field: FieldValue & { idPrefix: string }) => ReactNode;
};

export type FieldRenderer = {
  Field: ComponentType<FieldProps>;
  /** Does the renderer itself take variables? Otherwise the row offers to use one instead of a value. */
  takesVariables?: boolean;
  /** The control says its own label (a switch). */
  ownLabel?: boolean;
};
