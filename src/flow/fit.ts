import type { FunctionCall } from './descriptor.ts';
import type { Field, FieldType } from './fields.ts';
import { endsInLiteral } from './json-template.ts';
import type { InspectorInput } from './manifest.ts';
import type { Modifier } from './modifiers/modifier.ts';
import { readDate } from './modifiers/time/read-date.ts';
import { splitTemplate } from './template.ts';

/** What an input can work with: `one` is one of its choices, never a list of them. */
export type Expectation = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'one';

/** What a variable gives. */
export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object';

/** That a variable cannot serve an input. It tells of a likely mistake and forbids nothing. */
export type Misfit = {
  gives: Kind;
  expects: Expectation;
  /** The modifier that makes of it what is expected. */
  remedy?: string;
};

/** What is known of a value: the kinds seen at its place, and one of them. */
export type Given = Pick<Field, 'types' | 'format' | 'sample'>;

const expectations: Record<string, Expectation> = {
  number: 'number',
  toggle: 'boolean',
  'date-time': 'date',
  select: 'one',
  'select-box': 'one',
  'select-button-group': 'one',
  'color-palette': 'one',
  multiselect: 'list',
  list: 'list',
  filepicker: 'text',
  googlepicker: 'text',
  onedrivepicker: 'text',
};

/** What an input of a manifest expects; a text takes whatever there is, in its text form. */
export function expectationOf({ type }: InspectorInput): Expectation | undefined {
  return type !== undefined && Object.hasOwn(expectations, type) ? expectations[type] : undefined;
}

/**
 * What each placeholder of a JSON template stands for, in order: inside of a literal, or in the place of a key, text; a
 * value of its own may be anything.
 */
export function expectationsInJson(template: string): (Expectation | undefined)[] {
  const parts = splitTemplate(template);
  const found: (Expectation | undefined)[] = [];
  let inLiteral = false;
  for (const [index, part] of parts.entries()) {
    if ('text' in part) {
      inLiteral = endsInLiteral(part.text, inLiteral);
      continue;
    }
    const next = parts[index + 1];
    const isKey = next !== undefined && 'text' in next && /^\s*:/.test(next.text);
    found.push(inLiteral || isKey ? 'text' : undefined);
  }
  return found;
}

/** Why the value cannot serve; undefined where it can, or where too little is known. */
export function misfitOf(given: Given, expects: Expectation | undefined): Misfit | undefined {
  if (!expects) return undefined;
  const types = given.types.filter((type) => type !== 'null');
  if (types.length === 0 || types.some((type) => type === 'unknown' || serves(type, given, expects))) {
    return undefined;
  }
  const gives = kinds[types[0] as keyof typeof kinds];
  const remedy = remedies[expects][gives];
  return { gives, expects, ...(remedy ? { remedy } : {}) };
}

/** What a chain of modifiers makes of a value, as far as the last one tells. */
export function afterFunctions(
  given: Given | undefined,
  functions: readonly FunctionCall[],
  find: (name: string) => Pick<Modifier, 'returns'> | undefined,
): Given | undefined {
  const last = functions.at(-1);
  if (!last) return given;
  const returns = find(last.name)?.returns;
  return returns === undefined || returns === 'any' ? undefined : { types: [returns] };
}

const kinds = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
} as const satisfies Partial<Record<FieldType, Kind>>;

/** Modifiers that need no further argument: they work as they are added. */
const remedies: Record<Expectation, Partial<Record<Kind, string>>> = {
  text: { list: 'g_join', object: 'g_stringify' },
  number: { text: 'g_toNumber', boolean: 'g_toNumber', list: 'g_length' },
  boolean: { text: 'g_toBoolean', number: 'g_toBoolean' },
  // That a text needs to be told its format is no remedy of one click.
  date: { number: 'g_fromTimestamp' },
  list: { text: 'g_toList', number: 'g_toList', boolean: 'g_toList', object: 'g_toList' },
  one: { list: 'g_first' },
};

function serves(type: FieldType, { format, sample }: Given, expects: Expectation): boolean {
  switch (expects) {
    case 'number':
      return type === 'number';
    case 'boolean':
      return type === 'boolean';
    case 'list':
      return type === 'array';
    case 'date':
      // Of a text without an example nobody can tell.
      return (
        type === 'string' &&
        (format === 'date-time' || typeof sample !== 'string' || readDate(sample, 'UTC') !== undefined)
      );
    default:
      return type === 'string' || type === 'number' || type === 'boolean';
  }
}
