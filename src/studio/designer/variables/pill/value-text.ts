import { pillText as text } from '../../../text/english/pill.ts';

const longest = 160;

/** A value in one short line, as JSON but for texts. */
export function valueText(value: unknown): string {
  if (value === undefined) return text('stage.nothing');
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  const line = written.slice(0, longest * 4).replaceAll(/\s+/g, ' ');
  const shown = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  if (value === '' || shown === ' ') return JSON.stringify(value);
  // Of a long list one wants to know how long.
  return Array.isArray(value) && shown.endsWith('…')
    ? `${text('stage.list', { count: value.length })}: ${shown}`
    : shown;
}
