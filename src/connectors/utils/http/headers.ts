import { CancelError } from '../../component.ts';
import { readJson } from './json-input.ts';

/**
 * An author's headers: a JSON object as text, or the object itself. Members without a value are left out.
 * Throws CancelError, which names the place, for anything else.
 */
export function parseHeaders(value: unknown): Record<string, string> {
  const read = readJson('Headers', value);
  // A variable that holds JSON text arrives in a JSON field as JSON whose value is that text.
  const headers = typeof read === 'string' ? readJson('Headers', read) : read;
  if (headers === undefined || headers === null) return {};
  if (typeof headers !== 'object' || Array.isArray(headers)) {
    throw new CancelError('Headers: a JSON object is expected, such as {"Accept": "text/plain"}.');
  }
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, header]) => header !== null && header !== undefined)
      .map(([name, header]) => [name, typeof header === 'string' ? header : JSON.stringify(header)]),
  );
}

/** Header names do not care about case. */
export function hasHeader(headers: Record<string, string>, name: string): boolean {
  return Object.keys(headers).some((key) => key.toLowerCase() === name.toLowerCase());
}

/** `text/html; charset="utf-8"` → `{ type: 'text/html', parameters: { charset: 'utf-8' } }`. */
export function parseContentType(header: string): { type: string; parameters: Record<string, string> } {
  const [type = '', ...rest] = header.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const parameters: Record<string, string> = {};
  for (const part of rest) {
    const [, name, value] = /^\s*([^=\s]+)\s*=\s*"?(.*?)"?\s*$/.exec(part) ?? [];
    if (name !== undefined && value !== undefined) parameters[name.toLowerCase()] = value;
  }
  return { type: type.trim().toLowerCase(), parameters };
}
