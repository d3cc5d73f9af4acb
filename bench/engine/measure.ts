import { percentile } from '../support/stats.ts';
import { heardEvent, unheardEvent } from './event.ts';
import { processorSeconds } from './processor-time.ts';
import type { Stage } from './stage.ts';

export const rounds = 3;

const acceptMs = 2_000;
const plenty = 200_000;

/** Events accepted per second, and microseconds of processor time that the server's process took for one. */
export type Taken = { perSecond: number; processorUs: number };
export type Pair = { raw: Taken; ours: Taken };

/** Events accepted by the raw server and by ours, one right after the other, three times. */
export async function acceptance(stage: Stage, connections: number): Promise<Pair[]> {
  const take = async (url: string): Promise<Taken> => {
    const { token } = stage;
    const before = await processorSeconds(url);
    const answers = await stage.load.ask('accept', {
      url,
      token,
      event: unheardEvent,
      connections,
      forMs: acceptMs,
      atMost: plenty,
      firstNo: 0,
    });
    if (answers.refused > 0) throw new Error(`${answers.refused} events were refused with 429.`);
    const used = (await processorSeconds(url)) - before;
    return {
      perSecond: answers.accepted / answers.seconds,
      processorUs: (used * 1e6) / answers.accepted,
    };
  };
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ raw: await take(stage.rawUrl), ours: await take(stage.url) });
  }
  return pairs;
}

/** Three-step flows per second, from the first POST to the last side effect; and how fast their events were taken. */
export async function endToEnd(
  stage: Stage,
  { connections, events }: { connections: number; events: number },
): Promise<{ completed: number; accepted: number; refused: number }[]> {
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    const answers = await stage.load.ask('complete', {
      url: stage.url,
      token: stage.token,
      event: heardEvent,
      connections,
      forMs: 30_000,
      atMost: events,
      firstNo: 0,
    });
    results.push({
      completed: answers.accepted / answers.completedSeconds,
      accepted: answers.accepted / answers.seconds,
      refused: answers.refused,
    });
  }
  return results;
}

/** Milliseconds from the POST to the side effect at 50 events per second. */
export async function latency(stage: Stage, forMs: number): Promise<{ p50: number; p99: number }[]> {
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    const { url, token } = stage;
    const sender = { url, token, event: heardEvent };
    const times = await stage.load.ask('latency', { sender, everyMs: 20, forMs });
    results.push({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) });
  }
  return results;
}

/** The same while runs of another user are stuck in calls that get no answer. */
export async function latencyBesideStuckRuns(
  stage: Stage,
  { stuckRuns, forMs }: { stuckRuns: number; forMs: number },
): Promise<{ p50: number; p99: number; stuck: number }> {
  const { url } = stage;
  const { token } = await stage.newHangingUser('hanging');
  const stuck = await stage.load.ask('hang', {
    url,
    token,
    event: heardEvent,
    connections: 16,
    forMs: 10_000,
    atMost: stuckRuns,
    firstNo: 2_000_000,
  });
  const sender = { url, token: stage.token, event: heardEvent };
  const times = await stage.load.ask('latency', { sender, everyMs: 20, forMs });
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), stuck };
}
