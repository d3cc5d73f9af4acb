import { JSONPathEnvironment, type JSONPathQuery, type JSONValue } from 'json-p3';
import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { textForm } from '../text-form.ts';
import { anything, path, requiredText } from './arguments.ts';
import { modifiersOn } from './define.ts';
import type { ModifierFacts } from './facts.ts';
import type { Modifier } from './modifier.ts';
import { isNothing, kindOf, needs, numberInText, numberOf, parseJson, shortened, textOf } from './values.ts';

const jsonPathEnvironment = new JSONPathEnvironment();
/** By these the patterns of the query under way are compiled: the library's own may hang the process. */
let queryFacts: ModifierFacts;
for (const [name, begin, end] of [
  ['match', '\\A(?:', ')\\z'],
  ['search', '', ''],
] as const) {
  const known = jsonPathEnvironment.functionRegister.get(name)!;
  const call = (text: unknown, source: unknown): boolean =>
    typeof text === 'string' &&
    typeof source === 'string' &&
    queryFacts
      .pattern(begin + source + end, '')
      .matches(text)
      .next().done !== true;
  jsonPathEnvironment.functionRegister.set(name, { ...known, call });
}

const any = modifiersOn({ category: 'data', accepts: [], read: (value) => value });
const orNull = modifiersOn({ category: 'data', accepts: [], read: (value) => value, fromNothing: true });
const structured = modifiersOn({ category: 'data', accepts: ['object', 'list'], read: (value) => value });
const text = modifiersOn({ category: 'data', accepts: ['text'], read: textOf });

/** From one kind of value to another. */
export const dataModifiers: Modifier[] = [
  structured('g_jsonPath', {
    label: 'JSON Path',
    description:
      'Picks parts of an object or a list by a JSONPath query (RFC 9535): the value for a query that can match once, else the list of matches.',
    arguments: {
      query: {
        label: 'Query',
        type: 'string' as const,
        required: true,
        placeholder: '$.items[?@.price > 10].name',
        read: compiledQuery,
      },
    },
    returns: 'any',
    example: [{ items: [{ sku: 'A1' }, { sku: 'B2' }] }, ['A1', 'B2'], { query: '$.items[*].sku' }],
    apply(value, { query }, facts) {
      queryFacts = facts;
      const values = query.query(value as JSONValue).values();
      return query.singularQuery() ? values[0] : values;
    },
  }),
  orNull('g_stringify', {
    label: 'Stringify',
    description: 'Writes a value as JSON text, indented by a number of spaces if wanted.',
    arguments: {
      space: {
        label: 'Indentation',
        type: 'number' as const,
        placeholder: '2',
        isHash: true,
        read: indentationOf,
      },
    },
    returns: 'string',
    example: [{ no: 'A1', paid: true }, '{"no":"A1","paid":true}'],
    apply: (value, { space }) => withDepth(() => JSON.stringify(value, undefined, space)),
  }),
  any('g_parse', {
    label: 'Parse JSON',
    description: 'The value that a JSON text tells; a value that is no text stays as it is.',
    returns: 'any',
    example: ['{"no":"A1"}', { no: 'A1' }],
    apply(value) {
      if (typeof value !== 'string') return value;
      try {
        return parseJson(value);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new MessageError(message('reason.notJson', { reason }), { cause: error });
      }
    },
  }),
  any('g_toText', {
    label: 'To Text',
    description: 'A value as text: an object or a list as JSON.',
    returns: 'string',
    example: [12.5, '12.5'],
    apply: (value) => withDepth(() => textForm(value)),
  }),
  any('g_toNumber', {
    label: 'To Number',
    description: 'The number that a text spells; true is 1 and false is 0.',
    arguments: { decimal: { ...anything('Decimal sign', { placeholder: '.' }), type: 'string' as const } },
    returns: 'number',
    example: ['1.299,50', 1299.5, { decimal: ',' }],
    apply: (value, args) => numberFrom(value, args.decimal),
  }),
  any('g_toBoolean', {
    label: 'To True or False',
    description: 'True for yes, true, on and 1, false for no, false, off, 0 and an empty text.',
    returns: 'boolean',
    example: ['yes', true],
    apply: booleanFrom,
  }),
  any('g_toList', {
    label: 'To List',
    description: 'A list with the value as its item; a list stays as it is.',
    returns: 'array',
    example: ['red', ['red']],
    apply: (value) => (Array.isArray(value) ? value : [value]),
  }),
  text('g_parseUrl', {
    label: 'Parse URL',
    description: 'The parts of a URL as an object: protocol, host, path, query, fragment.',
    returns: 'object',
    example: [
      'https://shop.example.com/orders?no=A1#top',
      {
        protocol: 'https',
        host: 'shop.example.com',
        port: '',
        path: '/orders',
        query: { no: 'A1' },
        fragment: 'top',
      },
    ],
    apply: (value) => partsOfUrl(value.trim()),
  }),
  text('g_emailDomain', {
    label: 'Domain of Address',
    description: 'The domain of an e-mail address or a URL in small letters; nothing if there is none.',
    returns: 'string',
    example: ['Ada@Example.com', 'example.com'],
    apply(value) {
      const trimmed = value.trim();
      if (URL.canParse(trimmed) && trimmed.includes('//')) return new URL(trimmed).hostname || undefined;
      return /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(trimmed)?.[1]?.toLowerCase();
    },
  }),
  structured('g_template', {
    label: 'Fill In',
    description: 'A text in which {name} stands for a field of the object or the list.',
    arguments: { template: requiredText('Text', { placeholder: 'Dear {customer.name}' }) },
    returns: 'string',
    example: [{ no: 'A1', total: 12 }, 'Order A1: 12', { template: 'Order {no}: {total}' }],
    apply: (value, { template }) => filledIn(template, value),
  }),
];

/** What recurses through a value meets the end of the stack first. */
function withDepth(write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (error instanceof RangeError) throw new MessageError(message('reason.tooDeep'), { cause: error });
    throw error;
  }
}

function compiledQuery(given: unknown): JSONPathQuery {
  if (typeof given !== 'string') {
    throw new MessageError(
      message('reason.argumentKind', {
        argument: 'Query',
        wanted: message('kind.text'),
        kind: kindOf(given),
      }),
    );
  }
  const query = given.trim();
  try {
    // Documents of other tools leave the beginning out: `Name` means `$.Name`.
    return jsonPathEnvironment.compile(/^[\p{L}_]/u.test(query) ? `$.${query}` : query);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MessageError(message('reason.notQuery', { query: given, reason }), { cause: error });
  }
}

/** Documents hold the number as a number or as the text of an input; other texts indent as they are. */
function indentationOf(space: unknown): string | number | undefined {
  if (typeof space === 'string') return /^\d+$/.test(space.trim()) ? Number(space) : space;
  if (isNothing(space) || typeof space === 'number') return space ?? undefined;
  throw new MessageError(
    message('reason.argumentKind', {
      argument: 'Indentation',
      wanted: message('kind.number'),
      kind: kindOf(space),
    }),
  );
}

function numberFrom(value: unknown, decimal: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string') return numberOf(value);
  const comma = decimal === ',';
  const groups = comma ? /[.\s'’]/g : /[,\s'’]/g;
  const plain = value.trim().replaceAll(groups, '');
  const number = numberInText(comma ? plain.replace(',', '.') : plain);
  if (number === undefined)
    throw new MessageError(message('reason.textNotNumber', { text: shortened(value) }));
  return number;
}

const yes = new Set(['true', 'yes', 'on', '1', 'y']);
const no = new Set(['false', 'no', 'off', '0', 'n', '']);

function booleanFrom(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' && typeof value !== 'number') throw needs('reason.needsYesOrNo', value);
  const word = String(value).trim().toLowerCase();
  if (yes.has(word)) return true;
  if (no.has(word)) return false;
  throw new MessageError(message('reason.textNotYesOrNo', { text: shortened(String(value)) }));
}

function partsOfUrl(text: string) {
  if (!URL.canParse(text)) throw new MessageError(message('reason.notEncoded', { encoding: 'a URL' }));
  const { protocol, hostname, port, pathname, searchParams, hash } = new URL(text);
  return {
    protocol: protocol.slice(0, -1),
    host: hostname,
    port,
    path: pathname,
    query: Object.fromEntries([...searchParams].filter(([key]) => key !== '__proto__')),
    fragment: hash.slice(1),
  };
}

function filledIn(template: string, value: unknown): string {
  return template.replaceAll(/\{([^{}\s][^{}]*)\}/g, (whole, written: string) => {
    try {
      return textForm(path('Text').read(written)(value));
    } catch (error) {
      // Braces of another meaning stay.
      if (error instanceof MessageError) return whole;
      throw error;
    }
  });
}
