import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../contract/errors.ts';
import type { Receipt } from '../contract/events.ts';
import type { AppEvent } from '../engine/engine.ts';
import { presentViolation } from './presenters/event-contract.ts';
import type { Services } from './services.ts';

const longestName = 200;
const longestKey = 255;

/** A request with the same key again is answered from what the first one did. */
const keyHeader = 'idempotency-key';

/** One event, alone or of a batch. */
export async function sendOne(
  services: Services,
  appEvent: AppEvent,
): Promise<{ receipt: Receipt; replayed: boolean }> {
  const { event } = appEvent;
  if (event === '' || event.includes('\0') || isLongerThan(event, longestName)) {
    throw new ApiError('INVALID_EVENT_NAME');
  }
  const { triggers, replayed, warnings } = await services.engine.acceptAppEvent(appEvent);
  const receipt = {
    triggers,
    ...(triggers.length > 0 ? { errors: [] } : {}),
    ...(warnings.length > 0 ? { warnings: warnings.map(presentViolation) } : {}),
  };
  return { receipt, replayed };
}

export function tellReplayed(reply: FastifyReply): void {
  void reply.header('idempotent-replayed', 'true');
}

/** Characters, of which a text has at most as many as code units. */
function isLongerThan(text: string, most: number): boolean {
  return text.length > most && Array.from(text).length > most;
}

/** @throws ApiError when it is too long */
export function keyOf({ headers }: FastifyRequest): string | undefined {
  const header = headers[keyHeader];
  if (header === undefined) return undefined;
  const key = [header].flat().join(',');
  if (key.length > longestKey) {
    throw new ApiError('BAD_REQUEST', `The ${keyHeader} header may have ${longestKey} characters at most.`);
  }
  return key === '' ? undefined : key;
}
