import { parseJsonText } from '../../../flow/json-text.ts';
import { inEnglish } from '../../../flow/messages/message.ts';
import { CancelError } from '../../component.ts';

/**
 * The value of a field that holds JSON: text is parsed, anything else is the value already. An empty text
 * is `undefined`. Throws CancelError naming line and column.
 */
export function readJson(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return undefined;
  const parsed = parseJsonText(value);
  if (!parsed.ok) {
    throw new CancelError(
      `${field}: not valid JSON at line ${parsed.line}, column ${parsed.column}: ${inEnglish(parsed.message)}`,
    );
  }
  return parsed.value;
}

/** What a raw text says when it is JSON, else the text itself; other values as they are. */
export function jsonOrText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const parsed = parseJsonText(value);
  return parsed.ok ? parsed.value : value;
}
