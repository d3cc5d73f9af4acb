import type { Diagnostic } from '@codemirror/lint';
import type { Message } from '../../../flow/messages/message.ts';
import { jsonText as text } from '../../text/english/json.ts';
import { say } from '../../text/say.ts';

/** The verdict on a JSON text: good, or where and why it is not. */
export type JsonVerdict =
  { ok: true } | { ok: false; message: Message; line: number; column: number; offset: number };

/** e.g. "Expected a comma (line 3, column 7)". */
export function verdictText(verdict: { message: Message; line: number; column: number }): string {
  const { line, column } = verdict;
  return text('at', { message: say(verdict.message).replace(/\.$/, ''), line, column });
}

/** The mark at the exact character; `length` is that of the text, since an error may stand at its end. */
export function jsonDiagnostics(verdict: JsonVerdict, length: number): Diagnostic[] {
  if (verdict.ok) return [];
  const from = Math.min(verdict.offset, Math.max(0, length - 1));
  return [{ from, to: Math.min(from + 1, length), severity: 'error', message: verdictText(verdict) }];
}
