import { type ConditionRow, operators } from './operators.ts';

/**
 * Evaluates `{"AND":[{"OR":[row, …]}, …]}`; the levels may also stand alone or the other way round. An
 * expression without any row is false. Throws an Error for an unknown operator or a malformed pattern.
 */
export function holds(expression: unknown): boolean {
  return evaluate(expression) ?? false;
}

/** `undefined` for a part without rows, which the level above leaves out. */
function evaluate(part: unknown): boolean | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const { AND, OR } = part as { AND?: unknown; OR?: unknown };
  if (Array.isArray(AND)) return combine(AND, (results) => !results.includes(false));
  if (Array.isArray(OR)) return combine(OR, (results) => results.includes(true));
  return 'operator' in part || 'input' in part ? evaluateRow(part) : undefined;
}

function combine(parts: unknown[], decide: (results: boolean[]) => boolean): boolean | undefined {
  const results = parts.map(evaluate).filter((result) => result !== undefined);
  return results.length > 0 ? decide(results) : undefined;
}

function evaluateRow(row: ConditionRow): boolean {
  const name = typeof row.operator === 'string' && row.operator !== '' ? row.operator : '=';
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) throw new Error(`The operator ${name} is unknown.`);
  return operator(row);
}
