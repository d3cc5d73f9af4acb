import type { PathStep } from '../fields.ts';
import { formatOf } from '../formats.ts';
import { message, type Message } from '../messages/message.ts';
import { typeOf } from '../observed.ts';
import { formatSteps } from '../path.ts';
import { isRecord, own } from '../record.ts';
import { sameValue } from '../same-value.ts';
import type { Agreement } from './agreement.ts';
import { deepestShape } from './shape.ts';

/** Where data does not keep to its contract, as a path below the data (`.lines[0].sku`), and how. */
export type Violation = { path: string; said: Message };

/** Nobody reads more. */
const mostViolations = 20;

/** Where a value does not keep to an agreement; empty when it does. */
export function violationsOf(value: unknown, agreement: Agreement): Violation[] {
  const found: Violation[] = [];
  check(value, agreement, [], (steps, said) => {
    if (found.length < mostViolations) found.push({ path: formatSteps(steps), said });
    return found.length < mostViolations;
  });
  return found;
}

/** Told of each violation; false when it wants no more. */
type Report = (steps: PathStep[], said: Message) => boolean;

function check(value: unknown, agreement: Agreement, steps: PathStep[], report: Report): boolean {
  if (steps.length > deepestShape) return true;
  const { types, anyOf } = agreement;
  if (types && !types.some((type) => hasType(value, type))) {
    return report(steps, message('contract.type', { expected: types.join(', '), found: typeOf(value) }));
  }
  if (agreement.enum && !agreement.enum.some((one) => sameValue(one, value))) {
    return report(steps, message('contract.enum', { values: listed(agreement.enum) }));
  }
  if (anyOf && anyOf.length > 0 && !anyOf.some((one) => fits(value, one, steps))) {
    return report(steps, message('contract.alternatives'));
  }
  if (agreement.format && typeof value === 'string' && !hasFormat(value, agreement.format)) {
    return report(steps, message('contract.format', { format: agreement.format }));
  }
  if (Array.isArray(value)) {
    const { items } = agreement;
    return !items || value.every((item, index) => check(item, items, [...steps, index], report));
  }
  return !isRecord(value) || checkObject(value, agreement, steps, report);
}

function checkObject(
  value: Record<string, unknown>,
  { properties, required = [], additional }: Agreement,
  steps: PathStep[],
  report: Report,
): boolean {
  const complete = required.every(
    (key) => Object.hasOwn(value, key) || report([...steps, key], message('contract.missing')),
  );
  return (
    complete &&
    Object.entries(value).every(([key, inner]) => {
      const at = [...steps, key];
      const property = own(properties, key) ?? additional;
      if (property === false) return report(at, message('contract.additional'));
      return !property || check(inner, property, at, report);
    })
  );
}

function fits(value: unknown, agreement: Agreement, steps: PathStep[]): boolean {
  return check(value, agreement, steps, () => false);
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeOf(value) === type;
}

function hasFormat(text: string, format: string): boolean {
  return formatOf(text) === (format === 'uri' ? 'url' : format);
}

/** The first values of an enumeration, as JSON. */
function listed(values: unknown[]): string {
  const shown = values.slice(0, 5).map((value) => JSON.stringify(value));
  return [...shown, ...(values.length > shown.length ? ['…'] : [])].join(', ');
}
