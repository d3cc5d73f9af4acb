import type { Behaviour } from '../../../component.ts';
import { durationMs, isBlank } from '../../duration.ts';

/** It sets a timer, which calls it again with what is to go out then. */
export const behaviour: Behaviour = {
  async receive(context) {
    const timeout = context.messages['timeout'];
    if (timeout) {
      await context.sendJson(timeout.content['message'], 'out');
      return;
    }
    const { content = {}, originalContent } = context.messages['in'] ?? {};
    const ms = waitMs(content, context.now());
    if (typeof ms === 'string') throw new context.CancelError(ms);
    if (ms === 0) await context.sendJson(originalContent, 'out');
    else await context.setTimeout({ message: originalContent }, ms);
  },
};

/** How long to wait; a text says why there is no telling. */
function waitMs({ interval, until }: Record<string, unknown>, now: Date): number | string {
  if (!isBlank(until)) {
    const at = new Date(typeof until === 'number' ? until : String(until));
    if (Number.isNaN(at.getTime())) return `“${String(until)}” is no date and time.`;
    return Math.max(0, at.getTime() - now.getTime());
  }
  if (isBlank(interval)) return 'There is neither a time to wait for nor one to wait until.';
  return durationMs(interval) ?? `“${String(interval)}” is no time to wait: say it like 5m or 1h 30m.`;
}
