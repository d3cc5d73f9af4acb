import {
  AtSign,
  Braces,
  Brackets,
  CalendarClock,
  CircleHelp,
  Hash,
  Link,
  ListFilter,
  ListOrdered,
  ListTree,
  type LucideIcon,
  ToggleLeft,
  Type,
  Wand2,
} from 'lucide-react';
import { createElement } from 'react';
import type { Field, FieldType } from '../../../../flow/fields.ts';
import { typeText } from '../sample-text.ts';
import type { VariableRow } from '../variable-row.ts';

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

/** What a row of the tree stands for. */
export function RowGlyph({ row: { kind, choice, field } }: { row: VariableRow }) {
  if (kind === 'each') return <Sign icon={ListTree} />;
  if (choice) return <Sign icon={choice.by === 'place' ? ListOrdered : ListFilter} />;
  return <TypeGlyph field={field} />;
}

/** The kind of value as a quiet sign; without a field, that of a constant. */
export function TypeGlyph({ field }: { field: Field | undefined }) {
  return (
    <span title={field && typeText(field)} style={{ display: 'inline-flex', flex: 'none' }}>
      <Sign icon={field ? glyphOf(field) : Wand2} />
    </span>
  );
}

function Sign({ icon }: { icon: LucideIcon }) {
  return createElement(icon, {
    size: 14,
    color: 'var(--mantine-color-dimmed)',
    style: { flex: 'none' },
    'aria-hidden': true,
  });
}

function glyphOf(field: Field): LucideIcon {
  if (field.format) return formatGlyphs[field.format];
  return glyphs[field.types.find((type) => type !== 'null') ?? 'unknown'];
}
