import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from '../../e2e/support/api.ts';
import { customers, type EventData, eventKinds, type EventName, eventNames, lines } from './flows.ts';
import type { Random } from '../../e2e/support/random.ts';

export type SentEvent = {
  no: number;
  user: number;
  name: EventName;
  customer: string;
  keyed: boolean;
  /** The runs of the receipt; undefined while nothing was acknowledged. */
  runIds: string[] | undefined;
  /** How often it was sent. */
  tries: number;
  /** When it was sent first, and when it was acknowledged. Milliseconds. */
  sentAt: number;
  answeredAt: number | undefined;
};

/** An event that is yet to be sent. */
export function newEvent(of: Pick<SentEvent, 'no' | 'user' | 'name' | 'customer' | 'keyed'>): SentEvent {
  return { ...of, runIds: undefined, tries: 0, sentAt: 0, answeredAt: undefined };
}

const connectionsPerUser = 3;
const patienceMs = 10_000;
const againAfterMs = 100;

/** Sends events until `stop` is aborted, then finishes those that are to be acknowledged; gives all that it sent. */
export async function sendUntil(
  stop: AbortSignal,
  { users, random, nextNo }: { users: Api[]; random: Random; nextNo: () => number },
): Promise<SentEvent[]> {
  const sent: SentEvent[] = [];
  const connection = async (user: number) => {
    while (!stop.aborted) {
      const event = newEvent({
        no: nextNo(),
        user,
        name: anyName(random),
        customer: random.pick(customers),
        keyed: random.share() < 0.5,
      });
      sent.push(event);
      await send(users[user]!, event);
      await delay(random.between(5, 50));
    }
  };
  await Promise.all(
    users.flatMap((_, user) => Array.from({ length: connectionsPerUser }, () => connection(user))),
  );
  return sent;
}

function anyName(random: Random): EventName {
  let left = random.share() * 100;
  for (const name of eventNames) {
    left -= eventKinds[name].share;
    if (left < 0) return name;
  }
  return eventNames[0]!;
}

const givenUpAfterMs = 120_000;

/** One event. With a key it is sent until it is acknowledged; without one just once, as nobody knows what became of it. */
export async function send(api: Api, event: SentEvent): Promise<void> {
  const key = randomUUID();
  const deadline = Date.now() + givenUpAfterMs;
  event.sentAt = performance.now();
  for (;;) {
    event.tries += 1;
    event.runIds = await tryToSend(api, event, key);
    if (event.runIds) event.answeredAt = performance.now();
    if (event.runIds || !event.keyed) return;
    if (Date.now() > deadline) throw new Error(`Event ${event.no} was not taken within two minutes.`);
    await delay(againAfterMs);
  }
}

/** Undefined when nothing was acknowledged. */
async function tryToSend(api: Api, event: SentEvent, key: string): Promise<string[] | undefined> {
  let response: Response;
  let body: { triggers?: { correlationId: string }[] };
  try {
    response = await fetch(`${api.url}/plugins/appmixer/utils/appevents/events/${event.name}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${api.token}`,
        'content-type': 'application/json',
        ...(event.keyed ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify({ no: event.no, customer: event.customer, lines } satisfies EventData),
      signal: AbortSignal.timeout(patienceMs),
    });
    body = (await response.json()) as typeof body;
  } catch {
    return undefined; // cut off: the process was killed, or is not there yet
  }
  if (response.status === 503 && Number(response.headers.get('retry-after')) > 0) return undefined;
  if (response.status !== 200 || !body.triggers) {
    throw new Error(`Event ${event.no} was answered ${response.status}: ${JSON.stringify(body)}`);
  }
  return body.triggers.map((trigger) => trigger.correlationId);
}
