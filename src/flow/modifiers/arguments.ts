import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { parsePath, resolvePath } from '../path.ts';
import type { ModifierArgument } from './modifier.ts';
import { readDate } from './time/read-date.ts';
import { isNothing, kindOf, numberInText, parseJson, shortened } from './values.ts';

/** An argument, and how what a document holds for it is read: inputs give texts where numbers are meant. */
export type Argument<Value> = Omit<ModifierArgument, 'name'> & { read: (given: unknown) => Value };

export type Arguments = Record<string, Argument<unknown>>;

export type ValuesOf<All extends Arguments> = {
  [Name in keyof All]: All[Name] extends Argument<infer Value> ? Value : never;
};

type More = Pick<ModifierArgument, 'placeholder' | 'isHash'>;

/** A text that must be there; the check for that is `argumentsOf` in `apply.ts`. */
export function requiredText(label: string, more: More = {}): Argument<string> {
  return { label, type: 'string', required: true, ...more, read: (given) => text(label, given) };
}

/** A text; an empty one counts. */
export function textOr(label: string, fallback: string, more: More = {}): Argument<string> {
  const read = (given: unknown) => (isNothing(given) ? fallback : text(label, given));
  return { label, type: 'string', ...more, read };
}

/** A text in which `\n` and `\t` stand for a line break and a tab: the input for it has one line. */
export function separatorOr(label: string, fallback: string): Argument<string> {
  const argument = textOr(label, fallback, { placeholder: fallback });
  return {
    ...argument,
    read: (given) => argument.read(given).replaceAll('\\n', '\n').replaceAll('\\t', '\t'),
  };
}

/** A name of something (a language, a format): empty is as good as absent. */
export function nameOr<Fallback extends string | undefined>(
  label: string,
  fallback: Fallback,
  more: More & Pick<ModifierArgument, 'type'> = { type: 'string' },
): Argument<string | Fallback> {
  const read = (given: unknown) => (isBlank(given) ? fallback : text(label, given).trim());
  return { label, ...(fallback === undefined ? {} : { placeholder: fallback }), ...more, read };
}

export function timeZone(fallback = 'UTC'): Argument<string> {
  return nameOr('Time zone', fallback, { type: 'timeZone', isHash: true });
}

export function locale(): Argument<string> {
  const argument = nameOr('Language', 'en', { type: 'string', isHash: true });
  return {
    ...argument,
    read(given) {
      const name = argument.read(given);
      try {
        if (Intl.getCanonicalLocales(name).length > 0) return name;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
      throw new MessageError(message('reason.locale', { locale: name }));
    },
  };
}

type Range = { whole?: boolean; least?: number; most?: number };

export function requiredNumber(label: string, more: More & Range = {}): Argument<number> {
  const { whole, least, most, ...rest } = more;
  const read = (given: unknown) => number(label, given, { whole, least, most });
  return { label, type: 'number', required: true, ...rest, read };
}

export function numberOr<Fallback extends number | undefined>(
  label: string,
  fallback: Fallback,
  more: More & Range = {},
): Argument<number | Fallback> {
  const { whole, least, most, ...rest } = more;
  const read = (given: unknown) => (isBlank(given) ? fallback : number(label, given, { whole, least, most }));
  const placeholder = fallback === undefined ? {} : { placeholder: String(fallback) };
  return { label, type: 'number', ...placeholder, ...rest, read };
}

/** On or off; off at first. */
export function flag(label: string): Argument<boolean> {
  return { label, type: 'boolean', isHash: true, read: (given) => given === true || given === 'true' };
}

/** One of several, by value; the first one at first. */
export function choice<Value extends string>(
  label: string,
  labels: Record<Value, string>,
  more: Pick<ModifierArgument, 'isHash'> = {},
): Argument<Value> {
  const values = Object.keys(labels) as Value[];
  return {
    label,
    type: 'select',
    options: values.map((value) => ({ value, label: labels[value] })),
    ...more,
    read(given) {
      if (isBlank(given)) return values[0]!;
      const found = values.find((value) => value === given);
      if (found !== undefined) return found;
      throw new MessageError(
        message('reason.argumentChoice', { argument: label, choices: values.join(', ') }),
      );
    },
  };
}

export function anything(label: string, more: More & { required?: boolean } = {}): Argument<unknown> {
  return { label, type: 'any', ...more, read: (given) => given };
}

/** Any JSON value: as the value itself, or as JSON text. */
export function json(label: string, more: More & { required?: boolean } = {}): Argument<unknown> {
  return {
    label,
    type: 'json',
    ...more,
    read(given) {
      if (typeof given !== 'string' || given.trim() === '') return given === '' ? undefined : given;
      try {
        return parseJson(given);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new MessageError(message('reason.argumentJson', { argument: label, reason }), { cause: error });
      }
    },
  };
}

/** A list: as itself, as JSON text, or as texts with commas between. */
export function texts(label: string, more: More = {}): Argument<unknown[]> {
  return {
    label,
    type: 'string',
    required: true,
    placeholder: 'a, b, c',
    ...more,
    read(given) {
      if (Array.isArray(given)) return given;
      const written = text(label, given).trim();
      if (!written.startsWith('[')) return written.split(',').map((one) => one.trim());
      const parsed = json(label).read(written);
      return Array.isArray(parsed) ? parsed : [parsed];
    },
  };
}

/** Reads a place in a value; without a path it gives the value. */
export type Reader = (value: unknown) => unknown;

/** A field of an object, or of each item of a list: `customer.name`, `lines[0].price`. */
export function path(label: string, more: More & { required?: boolean } = {}): Argument<Reader> {
  return {
    label,
    type: 'string',
    placeholder: 'customer.name',
    ...more,
    read(given) {
      if (isBlank(given)) return (value) => value;
      const steps = stepsOf(text(label, given).trim());
      if (!steps) throw new MessageError(message('reason.argumentPath', { argument: label }));
      return (value) => resolvePath({ c: { p: value } }, { componentId: 'c', port: 'p', steps });
    },
  };
}

/** The steps of a path relative to a value; undefined for a text that is none. */
export function stepsOf(written: string) {
  const relative = written.replace(/^\$\.?/, '');
  return parsePath(`$.c.p${relative === '' || relative.startsWith('[') ? '' : '.'}${relative}`)?.steps;
}

export function date(label: string, more: More = {}): Argument<Date> {
  return {
    label,
    type: 'string',
    required: true,
    placeholder: '2026-01-31',
    ...more,
    read(given) {
      const found = readDate(given, 'UTC');
      if (!found) throw new MessageError(message('reason.argumentDate', { argument: label }));
      return found;
    },
  };
}

/** Blank inputs are absent where a blank value makes no sense. */
export function isBlank(given: unknown): boolean {
  return isNothing(given) || (typeof given === 'string' && given.trim() === '');
}

function text(label: string, given: unknown): string {
  if (typeof given === 'string') return given;
  if (typeof given === 'number' || typeof given === 'boolean') return String(given);
  throw wrongKind(label, 'kind.text', given);
}

function number(
  label: string,
  given: unknown,
  range: { [Key in keyof Range]: Range[Key] | undefined },
): number {
  const { whole = false, least = -Infinity, most = Infinity } = range;
  const value = typeof given === 'string' ? numberInText(given) : given;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongKind(label, 'kind.number', given);
  if (whole && !Number.isInteger(value))
    throw new MessageError(message('reason.argumentWhole', { argument: label }));
  if (value < least || value > most) {
    throw new MessageError(message('reason.argumentRange', { argument: label, least, most }));
  }
  return value;
}

function wrongKind(argument: string, wanted: 'kind.text' | 'kind.number', given: unknown): MessageError {
  // A text that is no number is shown: that it is a text tells nothing.
  const kind = typeof given === 'string' ? `"${shortened(given)}"` : kindOf(given);
  return new MessageError(message('reason.argumentKind', { argument, wanted: message(wanted), kind }));
}
