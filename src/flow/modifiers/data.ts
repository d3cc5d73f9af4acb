import { JSONPathEnvironment, type JSONPathQuery, type JSONValue } from 'json-p3';
import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { kindOf, type Modifier } from './modifier.ts';

const jsonPathEnvironment = new JSONPathEnvironment();

const jsonPath: Modifier = {
  name: 'g_jsonPath',
  label: 'JSON Path',
  category: 'data',
  description:
    'Picks parts of an object or a list by a JSONPath query (RFC 9535): the value for a query that can match once, else the list of matches.',
  arguments: [
    {
      name: 'query',
      label: 'Query',
      type: 'string',
      required: true,
      placeholder: '$.items[?@.price > 10].name',
    },
  ],
  returns: 'any',
  takesValue: true,
  example: {
    value: { items: [{ sku: 'A1' }, { sku: 'B2' }] },
    arguments: { query: '$.items[*].sku' },
    result: ['A1', 'B2'],
  },
  apply(value, args) {
    const { query } = args;
    if (typeof query !== 'string')
      throw new MessageError(message('modifier.queryText', { kind: kindOf(query) }));
    const compiled = compile(query.trim());
    if (value === undefined) return undefined;
    const values = compiled.query(value as JSONValue).values();
    return compiled.singularQuery() ? values[0] : values;
  },
};

function compile(query: string): JSONPathQuery {
  try {
    return jsonPathEnvironment.compile(query);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MessageError(message('modifier.notQuery', { query, reason }), { cause: error });
  }
}

const stringify: Modifier = {
  name: 'g_stringify',
  label: 'Stringify',
  category: 'data',
  description: 'Writes a value as JSON text, indented by a number of spaces if wanted.',
  arguments: [{ name: 'space', label: 'Indentation', type: 'number', placeholder: '2' }],
  returns: 'string',
  takesValue: true,
  example: { value: { no: 'A1', paid: true }, result: '{"no":"A1","paid":true}' },
  apply(value, { space }) {
    return JSON.stringify(value, undefined, indentationOf(space));
  },
};

/** Documents hold the number as a number or as the text of an input; other texts indent as they are. */
function indentationOf(space: unknown): string | number | undefined {
  if (typeof space === 'string') return /^\d+$/.test(space.trim()) ? Number(space) : space;
  if (space === undefined || space === null || typeof space === 'number') return space ?? undefined;
  throw new MessageError(message('modifier.indentation', { kind: kindOf(space) }));
}

export const dataModifiers: Modifier[] = [jsonPath, stringify];
