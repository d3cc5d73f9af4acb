import {
  AtSign,
  Braces,
  Brackets,
  CalendarClock,
  CircleHelp,
  Hash,
  Link,
  type LucideIcon,
  ToggleLeft,
  Type,
  Wand2,
} from 'lucide-react';
import { createElement } from 'react';
import type { Field, FieldType } from '../../../../flow/fields.ts';
import { typeText } from '../sample-text.ts';

const glyphs: Record<FieldType, LucideIcon> = {
  string: Type,
  number: Hash,
  boolean: ToggleLeft,
  object: Braces,
  array: Brackets,
  null: CircleHelp,
  unknown: CircleHelp,
};

const formatGlyphs: Record<NonNullable<Field['format']>, LucideIcon> = {
  'date-time': CalendarClock,
  email: AtSign,
  url: Link,
};

/** The kind of value as a quiet sign; without a field, that of a constant. */
export function TypeGlyph({ field }: { field: Field | undefined }) {
  return (
    <span title={field && typeText(field)} style={{ display: 'inline-flex', flex: 'none' }}>
      {createElement(field ? glyphOf(field) : Wand2, {
        size: 14,
        color: 'var(--mantine-color-dimmed)',
        'aria-hidden': true,
      })}
    </span>
  );
}

function glyphOf(field: Field): LucideIcon {
  if (field.format) return formatGlyphs[field.format];
  return glyphs[field.types.find((type) => type !== 'null') ?? 'unknown'];
}
