import { parseJsonText } from '../../../../flow/json-text.ts';
import type { Behaviour } from '../../../component.ts';

/**
 * All items are emitted at once, in the order of the list; `done` goes out when all that they led to has been done, be
 * it waits, retries or failures.
 */
export const behaviour: Behaviour = {
  pure: true,
  lastPorts: ['done'],

  async receive(context) {
    const list = listOf(context.messages['in']?.content['list']);
    if (!list) throw new context.CancelError('What should be gone through is no list.');
    // The same on every attempt, and another for each list.
    const correlationId = context.idempotencyKey;
    const count = list.length;
    await context.sendArray(
      list.map((value, index) => ({ index, value, count, correlationId })),
      'item',
    );
    await context.sendJson({ count, correlationId }, 'done');
  },
};

function listOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return undefined;
  const parsed = parseJsonText(value);
  return parsed.ok && Array.isArray(parsed.value) ? parsed.value : undefined;
}
