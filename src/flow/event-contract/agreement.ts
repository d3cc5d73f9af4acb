import { isRecord } from '../record.ts';
import { checkedFormats } from './agreed-format.ts';
import { withoutCircles } from './circles.ts';
import { type Document, documentOf, enter, type Located, resolve } from './references.ts';

/**
 * What a locked contract asks of the data of an event: the part of JSON Schema that is checked on arrival. `anyOf`
 * stands for `oneOf` too, for data that fits two alternatives does no harm.
 *
 * Agreements are a graph: what several references point to is one agreement, and one may lead back to itself through
 * what is inside a value (`properties`, `items` …), never through what is said of the same value (`allOf`, `anyOf`).
 */
export type Agreement = {
  /** What the schema calls it, where it is referred to by name. */
  name?: string;
  /** Nothing keeps to it: the schema `false`. */
  never?: true;
  types?: string[];
  enum?: unknown[];
  /** Some plain values to show; nothing is held against them. */
  examples?: (string | number | boolean)[];
  format?: string;
  properties?: Record<string, Agreement>;
  required?: string[];
  /** Below every key that `properties` does not name; false: there is none. */
  additional?: Agreement | false;
  /** Of the first items of a list, one each; `items` is of the others. */
  prefix?: Agreement[];
  items?: Agreement;
  anyOf?: Agreement[];
  /** What is said of the same value elsewhere. */
  allOf?: Agreement[];
};

export type AgreementReading = {
  agreement: Agreement;
  /** Keywords of the schema that are not checked, each once. */
  ignored: string[];
};

/** A schema with more places is read so far; what is beyond counts as anything, and `ignored` tells. */
export const mostPlaces = 10_000;

/** Examples of one place, and the length of a text among them: a schema may have any number. */
const mostExamples = 5;
const longestExample = 200;

/** Texts that tell people something, and change nothing about what is valid. */
const annotations = new Set(
  '$schema $id $anchor $comment $defs definitions title description deprecated readOnly writeOnly'.split(' '),
);

/** Reads a JSON Schema of any draft. It never fails: what it does not know is named in `ignored`. */
export function readAgreement(schema: unknown): AgreementReading {
  const reading = startReading(schema);
  const agreement = reading.read({ schema, document: reading.document });
  for (let next = reading.unread.pop(); next; next = reading.unread.pop()) fill(next, reading);
  if (withoutCircles(reading.places)) reading.ignored.add('$ref (in a circle)');
  return { agreement, ignored: [...reading.ignored] };
}

type Place = Located & { schema: Record<string, unknown>; agreement: Agreement };

type Reading = {
  document: Document;
  ignored: Set<string>;
  /** Made, and not looked into yet. */
  unread: Place[];
  places: Agreement[];
  /** The agreement of a schema, each place of the document read once. */
  read: (at: Located) => Agreement;
};

function startReading(root: unknown): Reading {
  const known = new Map<object, Agreement>();
  const ignored = new Set<string>();
  const unread: Place[] = [];
  const places: Agreement[] = [];
  const read = ({ schema, document }: Located): Agreement => {
    if (schema === false) return { never: true };
    if (!isRecord(schema)) return {};
    const before = known.get(schema);
    if (before) return before;
    if (places.length >= mostPlaces) {
      ignored.add(`more than ${String(mostPlaces)} places`);
      return {};
    }
    const agreement: Agreement = {};
    known.set(schema, agreement);
    places.push(agreement);
    unread.push({ schema, document: enter(schema, document), agreement });
    return agreement;
  };
  return { document: documentOf(root), ignored, unread, places, read };
}

function fill(place: Place, reading: Reading): void {
  const { schema, agreement } = place;
  const alone = place.document.siblings ? undefined : schema['$ref'];
  for (const [keyword, value] of Object.entries(schema)) {
    // Up to draft 7, what stands beside a reference is not looked at.
    if (typeof alone === 'string' && keyword !== '$ref') continue;
    if (Object.hasOwn(keywords, keyword)) {
      if (!keywords[keyword]!(value, place, reading)) reading.ignored.add(keyword);
    } else if (!annotations.has(keyword) && !keyword.startsWith('x-')) reading.ignored.add(keyword);
  }
  const { types } = agreement;
  if (types && schema['nullable'] === true) agreement.types = [...new Set([...types, 'null'])];
}

const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** How each keyword is read into the agreement; false when its value is not understood. */
const keywords: Record<string, (value: unknown, place: Place, reading: Reading) => boolean> = {
  type(value, { agreement }) {
    const all = [value].flat();
    if (all.length === 0 || !all.every((type) => typeof type === 'string' && types.has(type))) return false;
    agreement.types = all as string[];
    return true;
  },
  // Adds to what `type` says, wherever it stands.
  nullable: () => true,
  enum(value, { agreement }) {
    if (!Array.isArray(value)) return false;
    if (agreement.enum) also({ enum: value }, agreement);
    else agreement.enum = value;
    return true;
  },
  examples: readExamples,
  example: readExamples,
  default: readExamples,
  const(value, place, reading) {
    return keywords['enum']!([value], place, reading);
  },
  format(value, { agreement }, { ignored }) {
    if (typeof value === 'string' && checkedFormats.has(value)) agreement.format = value;
    else ignored.add(`format: ${String(value)}`);
    return true;
  },
  properties(value, { agreement, document }, { read }) {
    if (!isRecord(value)) return false;
    const entries = Object.entries(value);
    agreement.properties = Object.fromEntries(
      entries.map(([key, schema]) => [key, read({ schema, document })]),
    );
    return true;
  },
  required(value, { agreement }) {
    if (!Array.isArray(value) || !value.every((key) => typeof key === 'string')) return false;
    agreement.required = value;
    return true;
  },
  additionalProperties(value, { agreement, schema, document }, { read }) {
    // Which keys are additional hangs on patterns, which are not looked at.
    if (isRecord(schema['patternProperties'])) return false;
    if (value === false) agreement.additional = false;
    else if (isRecord(value)) agreement.additional = read({ schema: value, document });
    return true;
  },
  prefixItems(value, { agreement, document }, { read }) {
    if (!Array.isArray(value)) return false;
    agreement.prefix = value.map((schema) => read({ schema, document }));
    return true;
  },
  items(value, place, reading) {
    if (Array.isArray(value)) return keywords['prefixItems']!(value, place, reading);
    if (value === true) return true;
    if (value !== false && !isRecord(value)) return false;
    place.agreement.items = reading.read({ schema: value, document: place.document });
    return true;
  },
  additionalItems(value, place, reading) {
    // It says something only beside a list of items.
    return !Array.isArray(place.schema['items']) || keywords['items']!(value, place, reading);
  },
  anyOf: readAlternatives,
  oneOf: readAlternatives,
  allOf(value, { agreement, document }, { read }) {
    if (!Array.isArray(value)) return false;
    for (const schema of value) also(read({ schema, document }), agreement);
    return true;
  },
  $ref(value, { agreement, document }, { read, ignored }) {
    if (typeof value !== 'string') return false;
    const found = resolve(value, document);
    if (!found) ignored.add(`$ref: ${value}`);
    else {
      const target = read(found);
      const name = /\/([^/]+)$/.exec(value)?.[1];
      if (name && !target.never && Number.isNaN(Number(name))) target.name ??= name;
      also(target, agreement);
    }
    return true;
  },
};

/** Values that tell people something, and change nothing about what is valid. */
function readExamples(value: unknown, { agreement }: Place): boolean {
  for (const example of Array.isArray(value) ? value.slice(0, mostExamples) : [value]) {
    const isShort = typeof example === 'string' && example.length <= longestExample;
    if (!isShort && typeof example !== 'number' && typeof example !== 'boolean') continue;
    const kept = (agreement.examples ??= []);
    if (kept.length < mostExamples) kept.push(example);
  }
  return true;
}

function readAlternatives(value: unknown, { agreement, document }: Place, { read }: Reading): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  const anyOf = value.map((schema) => read({ schema, document }));
  if (agreement.anyOf) also({ anyOf }, agreement);
  else agreement.anyOf = anyOf;
  return true;
}

function also(part: Agreement, agreement: Agreement): void {
  (agreement.allOf ??= []).push(part);
}
