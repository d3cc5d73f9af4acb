import { CancelError } from '../../../component.ts';
import { readJson } from '../json-input.ts';
import { formEntries } from './body.ts';

/**
 * What a call without a body appends to its URL: the members of a JSON object, the fields of a text such
 * as `a=1&b=2`, or the rows of form data. Throws CancelError for JSON that is broken or no object.
 */
export function queryOf(inputs: Record<string, unknown>): Record<string, unknown> {
  if (inputs['bodyType'] === 'form-data') {
    const entries = formEntries(inputs['bodyFormData']);
    const file = entries.find(({ isFile }) => isFile);
    if (file) throw new CancelError(`The form field ${file.name} is a file, which a query cannot hold.`);
    return grouped(entries.map(({ name, value }) => [name, value]));
  }
  const { body } = inputs;
  if (typeof body === 'string' && !/^\s*[[{"]/.test(body)) {
    return grouped([...new URLSearchParams(body.trim())]);
  }
  const query = readJson('Query', body);
  if (query === undefined || query === null) return {};
  if (typeof query !== 'object' || Array.isArray(query)) {
    throw new CancelError('Query: a JSON object is expected, such as {"page": 2}.');
  }
  return query as Record<string, unknown>;
}

function grouped(entries: [string, string][]): Record<string, string[]> {
  const query = new Map<string, string[]>();
  for (const [name, value] of entries) query.set(name, [...(query.get(name) ?? []), value]);
  return Object.fromEntries(query);
}
