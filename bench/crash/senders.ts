import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from '../../e2e/support/api.ts';
import { type EventName, eventNames } from './flows.ts';
import type { Random } from '../../e2e/support/random.ts';

export type SentEvent = {
  no: number;
  user: number;
  name: EventName;
  keyed: boolean;
  /** The runs of the receipt; undefined while nothing was acknowledged. */
  runIds: string[] | undefined;
  /** How often it was sent. */
  tries: number;
};

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
      const event: SentEvent = {
        no: nextNo(),
        user,
        name: random.share() < 0.8 ? eventNames[0] : eventNames[1],
        keyed: random.share() < 0.5,
        runIds: undefined,
        tries: 0,
      };
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

const givenUpAfterMs = 120_000;

/** One event. With a key it is sent until it is acknowledged; without one just once, as nobody knows what became of it. */
export async function send(api: Api, event: SentEvent): Promise<void> {
  const key = randomUUID();
  const deadline = Date.now() + givenUpAfterMs;
  for (;;) {
    event.tries += 1;
    event.runIds = await tryToSend(api, event, key);
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
      body: JSON.stringify({ no: event.no }),
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
