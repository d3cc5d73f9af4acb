import type { JsonSchema } from '../manifest.ts';
import { isRecord } from '../record.ts';

/**
 * What a locked contract asks of the data of an event: the part of JSON Schema that is checked on arrival. `anyOf`
 * stands for `oneOf` too, for data that fits two alternatives does no harm.
 */
export type Agreement = {
  types?: string[];
  enum?: unknown[];
  format?: string;
  properties?: Record<string, Agreement>;
  required?: string[];
  /** Below every key that `properties` does not name; false: there is none. */
  additional?: Agreement | false;
  items?: Agreement;
  anyOf?: Agreement[];
};

export type AgreementReading = {
  agreement: Agreement;
  /** Keywords of the schema that are not checked, each once. */
  ignored: string[];
};

/** Texts that tell people something, and change nothing about what is valid. */
const annotations = new Set(
  '$schema $id $comment $defs definitions title description default example examples deprecated'.split(' '),
);

/** References nested deeper than this lead round in circles: what is below counts as anything. */
const deepestReference = 32;

/** Reads a JSON Schema of any draft. It never fails: what it does not know is named in `ignored`. */
export function readAgreement(schema: unknown): AgreementReading {
  const ignored = new Set<string>();
  return { agreement: read(schema, { root: schema, ignored, depth: 0 }), ignored: [...ignored] };
}

type Reading = { root: unknown; ignored: Set<string>; depth: number };

/** How each keyword is read into the agreement. */
const keywords: Record<string, (value: unknown, agreement: Agreement, reading: Reading) => void> = {
  type(value, agreement) {
    agreement.types = [value].flat().filter((type) => typeof type === 'string');
  },
  nullable(value, agreement) {
    if (value === true && agreement.types) agreement.types = [...new Set([...agreement.types, 'null'])];
  },
  enum(value, agreement) {
    if (Array.isArray(value)) agreement.enum = value;
  },
  const(value, agreement) {
    agreement.enum = [value];
  },
  format(value, agreement, { ignored }) {
    if (typeof value === 'string' && checkedFormats.has(value)) agreement.format = value;
    else ignored.add(`format: ${String(value)}`);
  },
  properties(value, agreement, reading) {
    if (isRecord(value)) agreement.properties = readMap(value, reading);
  },
  required(value, agreement) {
    if (Array.isArray(value)) agreement.required = value.filter((key) => typeof key === 'string');
  },
  additionalProperties(value, agreement, reading) {
    if (value === false) agreement.additional = false;
    else if (isRecord(value)) agreement.additional = read(value, reading);
  },
  items(value, agreement, reading) {
    if (isRecord(value)) agreement.items = read(value, reading);
    else if (Array.isArray(value)) reading.ignored.add('items (a list)');
  },
  anyOf: readAlternatives,
  oneOf: readAlternatives,
};

const checkedFormats = new Set(['date-time', 'email', 'uri']);

function read(schema: unknown, reading: Reading): Agreement {
  if (!isRecord(schema) || reading.depth > deepestReference) return {};
  const deeper = { ...reading, depth: reading.depth + 1 };
  const whole = withParts(schema, deeper);
  const agreement: Agreement = {};
  // `nullable` adds to what `type` says, wherever it stands.
  const entries = Object.entries(whole).sort(
    ([a], [b]) => Number(a === 'nullable') - Number(b === 'nullable'),
  );
  for (const [keyword, value] of entries) {
    if (Object.hasOwn(keywords, keyword)) keywords[keyword]!(value, agreement, deeper);
    else if (!annotations.has(keyword) && !keyword.startsWith('x-')) reading.ignored.add(keyword);
  }
  return agreement;
}

/** The schema with what `$ref` and `allOf` point to put in its place. */
function withParts(schema: JsonSchema, reading: Reading, depth = 0): JsonSchema {
  const { $ref, allOf, ...own } = schema;
  const parts = [
    ...(typeof $ref === 'string' ? [resolve($ref, reading)] : []),
    ...(Array.isArray(allOf) ? allOf : []),
  ].filter(isRecord) as JsonSchema[];
  if (parts.length === 0 || depth > deepestReference) return own;
  return parts.map((part) => withParts(part, reading, depth + 1)).reduce(together, own);
}

function together(a: JsonSchema, b: JsonSchema): JsonSchema {
  const required = [...new Set([...(a.required ?? []), ...(b.required ?? [])])];
  const properties = { ...a.properties, ...b.properties };
  return {
    ...b,
    ...a,
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
}

/** What `#/$defs/name` points to; another document's schema counts as anything. */
function resolve(reference: string, { root, ignored }: Reading): unknown {
  if (!reference.startsWith('#')) {
    ignored.add(`$ref: ${reference}`);
    return undefined;
  }
  let found = root;
  for (const part of reference.slice(1).split('/').slice(1)) {
    const key = decodePointer(part);
    found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}

function decodePointer(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    // A percent sign that begins no escape stands for itself.
    return plain;
  }
}

function readMap(map: Record<string, unknown>, reading: Reading): Record<string, Agreement> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, read(value, reading)]));
}

function readAlternatives(value: unknown, agreement: Agreement, reading: Reading): void {
  if (Array.isArray(value)) agreement.anyOf = value.map((one) => read(one, reading));
}
