import { flag, nameOr } from './arguments.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { isRecord } from '../record.ts';
import { textForm } from '../text-form.ts';
import { isUnsafeKey, listOf, textOf } from './values.ts';

const text = modifiersOn({ category: 'data', accepts: ['text'], read: textOf });
const list = modifiersOn({ category: 'data', accepts: ['list'], read: listOf });

const separator = nameOr('Separator', ',');

/** Tables as text (RFC 4180). */
export const tableModifiers: Modifier[] = [
  text('g_parseCsv', {
    label: 'Parse CSV',
    description: 'The rows of a table in CSV as objects by the names in its first row, or as lists.',
    arguments: { separator, noHeader: flag('The first row has no names') },
    returns: 'array',
    example: ['sku,price\nA1,9', [{ sku: 'A1', price: '9' }]],
    apply(value, args) {
      const rows = rowsOf(value, args.separator);
      return args.noHeader ? rows : named(rows);
    },
  }),
  list('g_toCsv', {
    label: 'To CSV',
    description: 'A list of objects or of lists as a table in CSV.',
    arguments: { separator, noHeader: flag('Without a row of names') },
    returns: 'string',
    example: [[{ sku: 'A1', note: 'big, red' }], 'sku,note\nA1,"big, red"'],
    apply(items, args) {
      const records = items.filter(isRecord);
      const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
      const rows = items.map((item) => (isRecord(item) ? names.map((name) => item[name]) : [item].flat()));
      const all = names.length > 0 && !args.noHeader ? [names, ...rows] : rows;
      return all
        .map((row) => row.map((cell) => quoted(textForm(cell), args.separator)).join(args.separator))
        .join('\n');
    },
  }),
];

function named(rows: string[][]): Record<string, string>[] {
  const [names = [], ...others] = rows;
  return others.map((row) =>
    Object.fromEntries(
      names.flatMap((name, index) => (isUnsafeKey(name) ? [] : [[name.trim(), row[index] ?? ''] as const])),
    ),
  );
}

/** Reads cell by cell; a quoted one may hold separators, line breaks and doubled quotes. Blank lines are no rows. */
function rowsOf(csv: string, separator: string): string[][] {
  const input = csv.startsWith('\uFEFF') ? csv.slice(1) : csv;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  while (at <= input.length) {
    const { cell, next } = input[at] === '"' ? quotedCell(input, at) : plainCell(input, at, separator);
    row.push(cell);
    if (input.startsWith(separator, next)) {
      at = next + separator.length;
      continue;
    }
    endRow();
    at = next + (input.startsWith('\r\n', next) ? 2 : 1);
  }
  return rows;
}

function plainCell(input: string, at: number, separator: string) {
  let next = at;
  while (next < input.length && !input.startsWith(separator, next) && !/[\r\n]/.test(input[next]!)) next += 1;
  return { cell: input.slice(at, next), next };
}

function quotedCell(input: string, at: number) {
  let cell = '';
  let from = at + 1;
  for (;;) {
    const quote = input.indexOf('"', from);
    if (quote < 0) return { cell: cell + input.slice(from), next: input.length };
    cell += input.slice(from, quote);
    if (input[quote + 1] !== '"') return { cell, next: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
