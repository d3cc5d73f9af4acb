import { openConnection, postRequest, type Reply } from './client.ts';
import { eventBody, eventPath } from './event.ts';

/** Who sends what, to where. */
export type Sender = { url: string; token: string; event: string };

export type Closed = Sender & { connections: number; forMs: number; atMost: number; firstNo: number };

export type Answers = { accepted: number; refused: number; seconds: number };

/**
 * Closed loop: each connection sends its next event when the last one is answered, until the time is over or
 * `atMost` events are sent. A 429 is counted as refused; any other answer than 200 is an error.
 */
export async function closedLoop(load: Closed): Promise<Answers> {
  const connections = await Promise.all(
    Array.from({ length: load.connections }, () => openConnection(load.url)),
  );
  const begin = performance.now();
  let sent = 0;
  const answers = { accepted: 0, refused: 0 };
  await Promise.all(
    connections.map(async (connection) => {
      while (sent < load.atMost && performance.now() - begin < load.forMs) {
        sent += 1;
        count(answers, await connection.post(requestOf(load, load.firstNo + sent)));
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  for (const connection of connections) connection.close();
  return { ...answers, seconds };
}

/** Open loop: one event every `everyMs`, whatever the answers do, by the senders in turn. Gives when each was sent. */
export async function openLoop(load: {
  senders: Sender[];
  everyMs: number;
  forMs: number;
  firstNo: number;
}): Promise<{ sentAt: Map<number, number>; answers: Answers }> {
  const perSender = 4;
  const lanes = await Promise.all(
    load.senders.flatMap((sender) =>
      Array.from({ length: perSender }, async () => ({
        sender,
        connection: await openConnection(sender.url),
        last: Promise.resolve(),
      })),
    ),
  );
  const sentAt = new Map<number, number>();
  const answers = { accepted: 0, refused: 0 };
  const begin = performance.now();
  const senders = load.senders.length;
  for (let index = 0; index * load.everyMs < load.forMs; index += 1) {
    await until(begin + index * load.everyMs);
    const no = load.firstNo + index;
    const lane = lanes[(index % senders) * perSender + (Math.floor(index / senders) % perSender)]!;
    const request = requestOf(lane.sender, no);
    sentAt.set(no, performance.now());
    lane.last = lane.last.then(async () => count(answers, await lane.connection.post(request)));
  }
  await Promise.all(lanes.map((lane) => lane.last));
  const seconds = (performance.now() - begin) / 1000;
  for (const lane of lanes) lane.connection.close();
  return { sentAt, answers: { ...answers, seconds } };
}

function requestOf({ url, token, event }: Sender, no: number): Buffer {
  return postRequest({ url, token, path: eventPath(event), body: eventBody(no) });
}

function count(answers: { accepted: number; refused: number }, reply: Reply): void {
  if (reply.status === 200) answers.accepted += 1;
  else if (reply.status === 429) answers.refused += 1;
  else throw new Error(`An event was answered ${reply.status}: ${reply.body}`);
}

async function until(moment: number): Promise<void> {
  const wait = moment - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
