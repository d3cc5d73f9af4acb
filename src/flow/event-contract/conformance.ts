import type { PathStep } from '../fields.ts';
import { message, type Message } from '../messages/message.ts';
import { typeOf } from '../observed.ts';
import { formatSteps } from '../path.ts';
import { isRecord, own } from '../record.ts';
import { sameValue } from '../same-value.ts';
import { allAgreed } from './agreed.ts';
import { hasFormat } from './agreed-format.ts';
import type { Agreement } from './agreement.ts';

/**
 * Where data does not keep to its contract, as a path below the data (`.lines[0].sku`), and how. `agreedPath` has `*` for
 * each key that the contract does not name: such a key is data, which is not for everybody's eyes.
 */
export type Violation = { path: string; agreedPath: string; said: Message };

/** What may be told of the contract to whose data it is: `values`, those of its enumerations. */
export type Telling = { values: boolean };

/** Nobody reads more. */
const mostViolations = 20;

/** Values nested deeper are not held against a contract that says anything of them, but told. */
const deepestChecked = 200;

/** How often, in all, a value is held against an agreement. A contract that asks for more cannot be checked. */
const mostChecks = 1_000_000;

/** Where a value does not keep to an agreement; empty when it does. */
export function violationsOf(value: unknown, agreement: Agreement, telling?: Telling): Violation[] {
  const found: Violation[] = [];
  const check = startCheck(telling ?? { values: true }, (at, said) => {
    if (found.length < mostViolations) {
      const steps = stepsTo(at);
      const agreed = steps.map(({ step, named }) => (named ? step : '*'));
      found.push({
        path: formatSteps(steps.map(({ step }) => step)),
        agreedPath: formatSteps(agreed),
        said,
      });
    }
    return found.length < mostViolations;
  });
  try {
    check(value, [agreement], { depth: 0 });
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    found.push({ path: '', agreedPath: '', said: message('contract.tooMuch') });
  }
  return found;
}

class TooMuch extends Error {}

type Step = { step: PathStep; named: boolean };

/** Where a value is: below what, by which step. Alternatives count as deeper, too. */
type At = { depth: number; up?: At; by?: Step };

/** Told of each violation; false when it wants no more. */
type Report = (at: At, said: Message) => boolean;

type Check = (value: unknown, agreements: readonly Agreement[], at: At) => boolean;

/** Holds values against agreements until `report` has enough. The walk follows the value, so it ends with it. */
function startCheck(telling: Telling, report: Report): Check {
  let checks = 0;
  /** Whether a value keeps to an agreement hangs on nothing else, so it is found out once. */
  const kept = new Map<unknown, Map<Agreement, boolean>>();

  const count = (more: number) => {
    checks += more;
    if (checks > mostChecks) throw new TooMuch();
  };

  const fits = (value: unknown, agreement: Agreement, at: At): boolean => {
    if (!agreement.allOf && !agreement.anyOf && problemWith(value, agreement, at)) return false;
    const known = kept.get(value) ?? new Map<Agreement, boolean>();
    kept.set(value, known);
    const fit = known.get(agreement) ?? alternative(value, [agreement], { ...at, depth: at.depth + 1 });
    known.set(agreement, fit);
    return fit;
  };

  const problemWith = (value: unknown, agreement: Agreement, at: At): Message | undefined => {
    const { never, types, format, anyOf } = agreement;
    count(1 + (agreement.enum ? objectsOf(agreement.enum).length : 0));
    if (never) return message('contract.additional');
    if (types && !types.some((type) => hasType(value, type))) {
      return message('contract.type', { expected: types.join(', '), found: typeOf(value) });
    }
    if (agreement.enum && !isOneOf(value, agreement.enum)) {
      return telling.values
        ? message('contract.enum', { values: listed(agreement.enum) })
        : message('contract.enumUntold');
    }
    if (anyOf && !anyOf.some((one) => fits(value, one, at))) return message('contract.alternatives');
    if (format && typeof value === 'string' && !hasFormat(value, format)) {
      return message('contract.format', { format });
    }
    return undefined;
  };

  const checkWith = (tell: Report): Check => {
    const check: Check = (value, agreements, at) => {
      const all = allAgreed(agreements);
      if (at.depth > deepestChecked) return tell(at, message('contract.deep'));
      for (const agreement of all) {
        const problem = problemWith(value, agreement, at);
        if (problem) return tell(at, problem);
      }
      if (Array.isArray(value)) return checkItems(value, all, at);
      return !isRecord(value) || checkObject(value, all, at);
    };

    const checkItems = (list: unknown[], all: readonly Agreement[], at: At) => {
      const asked = all.filter(({ prefix, items }) => prefix ?? items);
      return list.every((item, index) => {
        count(asked.length);
        const inner = asked.flatMap(({ prefix, items }) => prefix?.[index] ?? items ?? []);
        return inner.length === 0 || check(item, inner, below(at, index, true));
      });
    };

    const checkObject = (value: Record<string, unknown>, all: readonly Agreement[], at: At) => {
      const required = new Set(all.flatMap((agreement) => agreement.required ?? []));
      count(required.size);
      const complete = [...required].every(
        (key) => Object.hasOwn(value, key) || tell(below(at, key, true), message('contract.missing')),
      );
      const asked = all.filter(({ properties, additional }) => properties ?? additional !== undefined);
      return (
        complete &&
        Object.entries(value).every(([key, item]) => {
          count(asked.length);
          const properties = asked.flatMap((one) => own(one.properties, key) ?? []);
          const others = asked.filter((one) => own(one.properties, key) === undefined);
          const inner = [...properties, ...others.flatMap(({ additional = [] }) => additional || forbidden)];
          const named = properties.length > 0 || required.has(key);
          return inner.length === 0 || check(item, inner, below(at, key, named));
        })
      );
    };

    return check;
  };

  const alternative = checkWith(() => false);
  return checkWith(report);
}

const forbidden: Agreement = { never: true };

function below(up: At, step: PathStep, named: boolean): At {
  return { depth: up.depth + 1, up, by: { step, named } };
}

function stepsTo(at: At): Step[] {
  const steps: Step[] = [];
  for (let here: At | undefined = at; here; here = here.up) if (here.by) steps.push(here.by);
  return steps.toReversed();
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeOf(value) === type;
}

const plainValues = new WeakMap<unknown[], Set<unknown>>();
const objects = new WeakMap<unknown[], unknown[]>();

function isOneOf(value: unknown, values: unknown[]): boolean {
  const plain = plainValues.get(values) ?? new Set(values);
  plainValues.set(values, plain);
  return plain.has(value) || objectsOf(values).some((one) => sameValue(one, value));
}

function objectsOf(values: unknown[]): unknown[] {
  const known = objects.get(values) ?? values.filter((value) => typeof value === 'object' && value !== null);
  objects.set(values, known);
  return known;
}

/** The first values of an enumeration, as JSON. */
function listed(values: unknown[]): string {
  const shown = values.slice(0, 5).map((value) => JSON.stringify(value));
  return [...shown, ...(values.length > shown.length ? ['…'] : [])].join(', ');
}
