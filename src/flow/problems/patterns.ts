import { message } from '../messages/message.ts';
import { beyondLinear } from '../modifiers/beyond-linear.ts';
import { own } from '../record.ts';
import { splitTemplate } from '../template.ts';
import { cellLabel, inspect, rowsOf, shows, type Inspected } from './inspected.ts';
import type { Finding, ProblemCell } from './problem.ts';

/** The patterns in the rows of a field that RE2 cannot match; what a variable brings is not known yet. */
export function patternFaults(
  inspected: Inspected,
  field: string,
): (Pick<Finding, 'kind' | 'message'> & { cell: ProblemCell })[] {
  const columns = own(inspected.inputs, field)?.fields ?? {};
  const patterns = Object.keys(columns).filter((column) => columns[column]!['format'] === 'pattern');
  if (patterns.length === 0) return [];
  return rowsOf(own(inspected.values, field)).flatMap((values, row) => {
    const cells = inspect({ inspector: { inputs: columns } }, values);
    return patterns
      .filter((column) => shows(cells, column))
      .flatMap((column) => {
        const part = beyondIn(own(cells.values, column));
        if (part === undefined) return [];
        const cell = { row, column };
        const label = cellLabel(inspected, { field, cell, cells });
        const reason = message('reason.beyondPattern', { part });
        return [
          {
            kind: 'bad-pattern' as const,
            message: message('problem.pattern', { field: label, reason }),
            cell,
          },
        ];
      });
  });
}

function beyondIn(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  return splitTemplate(pattern)
    .map((part) => ('text' in part ? beyondLinear(part.text) : undefined))
    .find((found) => found !== undefined);
}
